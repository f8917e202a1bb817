package io.switchboard.canonical;

/**
 * One identity took the place of another; both lead to the same customer.
 *
 * @param scheme kind of name of the current identity: {@code phone}, {@code whatsapp.bsuid} and so on
 */
public record Rekeying(IdentityId previous, IdentityId current, String scheme) {}
