package io.switchboard.canonical;

/** One identity took the place of another; both lead to the same customer. */
public record Rekeying(IdentityId previous, IdentityId current, String scheme) {}
