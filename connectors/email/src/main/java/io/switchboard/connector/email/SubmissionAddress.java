package io.switchboard.connector.email;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as every server takes it: ASCII, the domain in its encoded form (RFC 5891), nothing that ends a command. */
final class SubmissionAddress {

    private static final Pattern LOCAL_PART = Pattern.compile("[!-~&&[^<>()\\[\\],;:\\\\\"@]]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

    private SubmissionAddress() {}

    /** Empty when mail without SMTPUTF8 (RFC 6531) cannot go there. */
    static Optional<String> of(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1 || !LOCAL_PART.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return encoded(address.substring(at + 1))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> address.substring(0, at + 1) + domain);
    }

    private static Optional<String> encoded(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
