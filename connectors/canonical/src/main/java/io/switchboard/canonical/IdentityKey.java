package io.switchboard.canonical;

/**
 * A provider's name for a person.
 *
 * @param scheme {@code phone} (E.164 digits without plus), {@code email} (lower-cased), or a connector's own such as {@code whatsapp.bsuid},
 *     {@code shopify.customer}
 * @param scope within what the value is unique, such as a shop domain; empty when it is unique in the world
 * @param value the name itself, in the provider's spelling
 */
public record IdentityKey(String scheme, String scope, String value) {

    public IdentityKey {
        if (scheme.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("identity needs a scheme and a value");
        }
    }

    public static IdentityKey global(String scheme, String value) {
        return new IdentityKey(scheme, "", value);
    }

    @Override
    public String toString() {
        return "IdentityKey[" + scheme + "]";
    }
}
