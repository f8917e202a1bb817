package io.switchboard.canonical;

/** Somebody a message is addressed to. */
public record Recipient(RecipientRole role, Party party) {}
