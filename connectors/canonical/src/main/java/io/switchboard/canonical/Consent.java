package io.switchboard.canonical;

/** Whether a customer agreed to a purpose. */
public record Consent(ConsentPurpose purpose, ConsentState state) {}
