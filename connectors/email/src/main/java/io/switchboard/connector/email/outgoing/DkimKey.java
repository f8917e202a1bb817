package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.account.EmailSettings;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** With what a connection signs its mail (RFC 6376 §3.6), if it does. */
sealed interface DkimKey {

    /** The connection signs nothing; its submission server may. */
    record Absent() implements DkimKey {}

    /** @param reason what the merchant has to set */
    record Unusable(String reason) implements DkimKey {}

    /** @param domain and selector name the public key in DNS: {@code <selector>._domainkey.<domain>} */
    record Usable(PrivateKey key, String domain, String selector) implements DkimKey {

        boolean isRsa() {
            return key instanceof RSAKey;
        }

        @Override
        public String toString() {
            return "DkimKey[" + selector + "._domainkey." + domain + "]";
        }
    }

    /** RFC 8301 §3.2: shorter ones count as unsigned. */
    int SHORTEST_RSA = 1024;

    Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,250}[A-Za-z0-9])?");

    static DkimKey of(ConnectionRef connection, Secrets secrets) {
        var domain = EmailSettings.of(connection, EmailSettings.DKIM_DOMAIN);
        if (domain.isEmpty()) {
            return new Absent();
        }
        var selector = EmailSettings.of(connection, EmailSettings.DKIM_SELECTOR);
        var secret = secrets.current(EmailSettings.DKIM_PRIVATE_KEY);
        if (!NAME.matcher(domain).matches() || !NAME.matcher(selector).matches()) {
            return new Unusable("dkim_domain and dkim_selector are not both names of DNS");
        }
        if (secret.isEmpty()) {
            return new Unusable("dkim_domain is set and dkim_private_key is not");
        }
        return read(secret.get().reveal())
                .<DkimKey>map(key -> new Usable(key, domain, selector))
                .orElse(new Unusable("dkim_private_key is not a PEM PKCS #8 key, RSA of " + SHORTEST_RSA
                        + " bits or more, or Ed25519"));
    }

    private static Optional<PrivateKey> read(String pem) {
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return key(new PKCS8EncodedKeySpec(bytes));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(PKCS8EncodedKeySpec encoded) {
        return key("RSA", encoded)
                .or(() -> key("Ed25519", encoded))
                .filter(key -> !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= SHORTEST_RSA);
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException otherAlgorithm) {
            return Optional.empty();
        }
    }
}
