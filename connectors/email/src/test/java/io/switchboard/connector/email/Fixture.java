package io.switchboard.connector.email;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.email.incoming.MailTranslator;
import io.switchboard.connector.email.posted.EmailWebhooks;
import io.switchboard.connector.email.posted.MailgunSigner;
import io.switchboard.connector.email.posted.SendGridSigner;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The merchant of these tests: a lamp shop and its support mailbox. */
public final class Fixture {

    public static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    public static final String ACCOUNT = "support@nordlicht.example";

    /** Signs mails where a test asks for it. */
    public static final KeyPair RSA = key("RSA", 2048);

    private static final TenantId TENANT = new TenantId("demo");

    private Fixture() {}

    public static ConnectionRef connection() {
        return connection(Map.of(
                "from_name", "Nordlicht Support",
                "smtp_host", "smtp.hub.example",
                "smtp_user", "nordlicht"));
    }

    public static ConnectionRef connection(Map<String, String> settings) {
        var id = ConnectionId.of(TENANT, "email", ACCOUNT);
        return new ConnectionRef(TENANT, id, "email", "demo-email", ACCOUNT, settings);
    }

    /** The connection as it is when a platform posts its mails. */
    public static ConnectionRef connectionOf(String provider) {
        return connection(Map.of(
                "inbound_provider", provider,
                "from_name", "Nordlicht Support",
                "smtp_host", "smtp.hub.example",
                "smtp_user", "nordlicht"));
    }

    public static Secrets secrets() {
        return Secrets.of(Map.of(
                "hook_token", List.of(Secret.of("sandbox-hook-token")),
                "hook_basic", List.of(Secret.of("nordlicht:parse-pass-phrase")),
                "sendgrid_public_key", List.of(SendGridSigner.publicKey()),
                "mailgun_signing_key", List.of(Secret.of(MailgunSigner.KEY)),
                "smtp_password", List.of(Secret.of("smtp-pass-phrase")),
                "imap_password", List.of(Secret.of("imap-pass-phrase")),
                "oauth_client_secret", List.of(Secret.of("client-pass-phrase")),
                "oauth_refresh_token", List.of(Secret.of("refresh-pass-phrase")),
                "dkim_private_key", List.of(Secret.of(pem(RSA.getPrivate())))));
    }

    /** As `openssl genpkey` writes it. */
    public static String pem(PrivateKey key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    /** A new one, as a merchant makes it. */
    public static KeyPair key(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + algorithm, missing);
        }
    }

    public static Delivery delivery(byte[] mail) {
        return delivery(mail, Headers.NONE);
    }

    public static Delivery delivery(byte[] mail, Headers envelope) {
        var id = DeliveryId.parse("0195516c-1300-7000-8000-000000000001");
        return new Delivery(id, RECEIVED_AT, "SMTP", "mx.hub.example", envelope, Body.of(mail));
    }

    public static Translation translate(byte[] mail) {
        return MailTranslator.translate(delivery(mail), connection());
    }

    public static Delivery post(String contentType, byte[] body) {
        var id = DeliveryId.parse("0195516c-1300-7000-8000-000000000001");
        var headers = Headers.ofSingle(Map.of("Content-Type", contentType));
        return new Delivery(id, RECEIVED_AT, "POST", "/hooks/email/demo-email", headers, Body.of(body));
    }

    /** The message that a platform's post becomes. */
    public static InboundMessage message(String provider, Delivery post) {
        var connection = connectionOf(provider);
        var translation = new EmailWebhooks().translate(post, connection);
        return ((InboundEvent.MessageReceived) translation.events().getFirst()).message();
    }

    /** The message of a mail, each character of which is one byte. */
    public static InboundMessage message(String mail) {
        return message(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static InboundMessage message(byte[] mail) {
        return ((InboundEvent.MessageReceived) translate(mail).events().getFirst()).message();
    }
}
