package io.switchboard.connector.email.mime;

import java.nio.charset.StandardCharsets;

/** Writes a parameter that may hold any characters (RFC 2231 §4). */
final class EncodedParameter {
    private EncodedParameter() {}

    static String of(String name, String value) {
        var encoded = new StringBuilder("; " + name + "*=utf-8''");
        for (var octet : value.getBytes(StandardCharsets.UTF_8)) {
            if ((octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9')) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(Character.forDigit((octet >> 4) & 15, 16))
                        .append(Character.forDigit(octet & 15, 16));
            }
        }
        return encoded.toString();
    }
}
