package io.switchboard.connector.meta;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorDescriptor.SecretName;
import io.switchboard.connector.ConnectorDescriptor.Setting;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls the Graph API in the name of one connection: one attempt per call, nothing kept between calls.
 *
 * <p>Every method throws what {@link HttpPort#send} throws: {@link io.switchboard.connector.NotSentException} when nothing reached Meta, any
 * other {@link IOException} when nobody knows.
 */
public final class GraphClient {

    public static final SecretName ACCESS_TOKEN =
            new SecretName("access_token", "api", "System user access token for the Graph API");

    private static final Setting URL =
            new Setting("graph_url", "Where the Graph API is called", "https://graph.facebook.com");
    private static final Setting VERSION = new Setting("graph_version", "Version of the Graph API", "v25.0");

    /** What a connection may set about these calls. */
    public static final List<Setting> SETTINGS = List.of(URL, VERSION);

    private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(60);
    private static final int ANSWER_LIMIT = 1 << 20;

    /** Meta serves files from these domains; the access token is shown to nobody else. */
    private static final List<String> FILE_DOMAINS = List.of("facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net");

    private final HttpPort http;
    private final URI origin;
    private final String version;
    private final Secret token;

    private GraphClient(HttpPort http, URI origin, String version, Secret token) {
        this.http = http;
        this.origin = origin;
        this.version = version;
        this.token = token;
    }

    /** @return empty when the connection cannot call: no access token, or a {@code graph_url} that is no web address */
    public static Optional<GraphClient> of(HttpPort http, ConnectionRef connection, Secrets secrets) {
        var version = setting(connection, VERSION);
        return webAddress(setting(connection, URL))
                .flatMap(origin -> secrets.current(ACCESS_TOKEN.name())
                        .map(token -> new GraphClient(http, origin, version, token)));
    }

    public GraphAnswer get(String... path) throws IOException {
        return GraphAnswer.of(http.send(HttpCall.get(address(path), authorization())));
    }

    /** @param json maps, lists, texts, numbers and booleans */
    public GraphAnswer post(Map<String, ?> json, String... path) throws IOException {
        var call = HttpCall.post(address(path), authorizationWith("application/json"), JsonText.of(json));
        return GraphAnswer.of(http.send(call));
    }

    /** Posts a form (RFC 7578) of plain fields and one {@code file}. */
    public GraphAnswer upload(Map<String, String> fields, OutboundMessage.File file, String... path)
            throws IOException {
        var form = MultipartForm.of(fields, file);
        var headers = authorizationWith(form.contentType());
        return GraphAnswer.of(
                http.send(new HttpCall("POST", address(path), headers, form.body(), TRANSFER_TIMEOUT, ANSWER_LIMIT)));
    }

    /**
     * Gets a file from an address that the Graph API gave out. The address lives for minutes: it is asked for anew each time.
     *
     * @param limit the most bytes read
     * @return empty, without a call, when the address is neither Meta's nor the Graph API's own
     */
    public Optional<HttpAnswer> download(URI file, int limit) throws IOException {
        if (!isMetas(file)) {
            return Optional.empty();
        }
        var call = HttpCall.get(file, authorization());
        return Optional.of(http.send(
                new HttpCall(call.method(), call.uri(), call.headers(), call.body(), TRANSFER_TIMEOUT, limit)));
    }

    private boolean isMetas(URI file) {
        if (file.getHost() == null || file.getScheme() == null) {
            return false;
        }
        if (file.getScheme().equals(origin.getScheme())
                && file.getHost().equals(origin.getHost())
                && file.getPort() == origin.getPort()) {
            return true;
        }
        var host = file.getHost().toLowerCase(Locale.ROOT);
        return file.getScheme().equals("https")
                && FILE_DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
    }

    private URI address(String... path) {
        return URI.create(Arrays.stream(path)
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", origin + "/" + version + "/", "")));
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + token.reveal());
    }

    private Map<String, String> authorizationWith(String contentType) {
        return Map.of("Authorization", "Bearer " + token.reveal(), "Content-Type", contentType);
    }

    private static String setting(ConnectionRef connection, Setting setting) {
        return connection
                .setting(setting.name())
                .filter(value -> !value.isBlank())
                .orElse(setting.fallback());
    }

    private static Optional<URI> webAddress(String text) {
        try {
            return Optional.of(URI.create(text.replaceFirst("/+$", "")))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
