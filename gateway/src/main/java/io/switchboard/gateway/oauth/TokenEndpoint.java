package io.switchboard.gateway.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.Body;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.Connection;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One question to a token endpoint (RFC 6749 §6). */
final class TokenEndpoint {

    static final String REFRESH_TOKEN = "oauth_refresh_token";
    private static final String TOKEN_URL = "oauth_token_url";

    /** Errors that asking again does not heal (RFC 6749 §5.2); Google and Microsoft answer the first when consent was withdrawn. */
    private static final Set<String> FINAL = Set.of(
            "invalid_grant",
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "interaction_required");

    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
    private static final Duration UNSTATED = Duration.ofHours(1);

    private final HttpPort http;
    private final ObjectMapper json;

    TokenEndpoint(HttpPort http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    /** @param refreshToken a new one, when the endpoint wants the old one not to be used again */
    record Grant(Secret accessToken, Duration lifetime, Optional<Secret> refreshToken) {}

    static boolean isOf(Connection connection) {
        return setting(connection, TOKEN_URL).isPresent();
    }

    /** @throws TokenRefusedException when asking again makes no sense */
    Grant refresh(Connection connection) throws IOException {
        var call = HttpCall.post(
                uri(connection),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Body.of(form(connection).getBytes(StandardCharsets.US_ASCII)));
        var answer = http.send(call);
        var said = read(answer);
        if (answer.isSuccess() && !said.path("access_token").asText().isEmpty()) {
            var lifetime = said.path("expires_in").asLong();
            return new Grant(
                    Secret.of(said.path("access_token").asText()),
                    lifetime > 0 ? Duration.ofSeconds(lifetime) : UNSTATED,
                    Optional.of(said.path("refresh_token").asText())
                            .filter(token -> !token.isEmpty())
                            .map(Secret::of));
        }
        var error = said.path("error").asText();
        if (FINAL.contains(error)) {
            throw new TokenRefusedException("the token endpoint answered " + error);
        }
        throw new IOException("the token endpoint answered " + answer.status()
                + (ERROR.matcher(error).matches() ? " " + error : ""));
    }

    private static URI uri(Connection connection) throws TokenRefusedException {
        try {
            var uri = URI.create(setting(connection, TOKEN_URL).orElse(""));
            var isOurs = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if ("https".equalsIgnoreCase(uri.getScheme()) || (isOurs && "http".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new TokenRefusedException("oauth_token_url is no address");
        }
        throw new TokenRefusedException("oauth_token_url is no https address");
    }

    private static String form(Connection connection) throws TokenRefusedException {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "refresh_token");
        fields.put(
                "refresh_token",
                connection
                        .secrets()
                        .current(REFRESH_TOKEN)
                        .orElseThrow(() -> new TokenRefusedException("oauth_refresh_token is not set"))
                        .reveal());
        setting(connection, "oauth_client_id").ifPresent(id -> fields.put("client_id", id));
        connection
                .secrets()
                .current("oauth_client_secret")
                .ifPresent(secret -> fields.put("client_secret", secret.reveal()));
        setting(connection, "oauth_scope").ifPresent(scope -> fields.put("scope", scope));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode read(HttpAnswer answer) throws IOException {
        try {
            return json.readTree(answer.body().bytes());
        } catch (JsonProcessingException noJson) {
            // Not as cause: it quotes what may be a token.
            throw new IOException("the token endpoint answered " + answer.status() + " and no JSON");
        }
    }

    private static Optional<String> setting(Connection connection, String name) {
        return connection.ref().setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
