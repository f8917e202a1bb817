package io.switchboard.sandbox.desk.contract;

/** An amount as the platform wrote it. */
public record Money(String amount, String currency) {}
