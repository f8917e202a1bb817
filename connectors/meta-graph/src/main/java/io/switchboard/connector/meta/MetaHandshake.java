package io.switchboard.connector.meta;

import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectorDescriptor.SecretName;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The subscription handshake: {@code GET} with {@code hub.mode=subscribe}, {@code hub.verify_token} and {@code hub.challenge},
 * answered with the challenge and nothing else.
 *
 * <p>Meta's challenge is a number. Whoever calls chooses it, so only short plain words are echoed and never as HTML.
 */
public final class MetaHandshake {

    public static final SecretName VERIFY_TOKEN =
            new SecretName("verify_token", "handshake", "Verify token entered beside the callback address");

    private static final Pattern ECHOABLE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private MetaHandshake() {}

    /** @return empty for anything but a GET; deliveries are always posted */
    public static Optional<ChallengeReply> answer(Delivery delivery, Secrets secrets) {
        if (!delivery.method().equals("GET")) {
            return Optional.empty();
        }
        if (!asksToSubscribe(delivery) || !knowsToken(delivery, secrets.accepted(VERIFY_TOKEN.name()))) {
            return Optional.of(reply(403, ""));
        }
        return Optional.of(delivery.queryParameter("hub.challenge")
                .filter(challenge -> ECHOABLE.matcher(challenge).matches())
                .map(challenge -> reply(200, challenge))
                .orElse(reply(400, "")));
    }

    private static boolean asksToSubscribe(Delivery delivery) {
        return delivery.queryParameter("hub.mode").filter("subscribe"::equals).isPresent();
    }

    private static boolean knowsToken(Delivery delivery, List<Secret> accepted) {
        var claimed = delivery.queryParameter("hub.verify_token").orElse("").getBytes(StandardCharsets.UTF_8);
        var matches = false;
        for (var token : accepted) {
            matches |= MessageDigest.isEqual(token.key(), claimed);
        }
        return matches;
    }

    private static ChallengeReply reply(int status, String body) {
        return new ChallengeReply(status, "text/plain", body);
    }
}
