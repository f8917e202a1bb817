package io.switchboard.canonical;

import java.util.regex.Pattern;

/**
 * The merchant a connection, thread or ticket belongs to.
 *
 * @param value 1 to 63 lower-case letters, digits and inner hyphens, as in a DNS label (RFC 1035 §2.3.1)
 */
public record TenantId(String value) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public TenantId {
        if (!LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException("tenant is not 1 to 63 lower-case letters, digits and inner hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
