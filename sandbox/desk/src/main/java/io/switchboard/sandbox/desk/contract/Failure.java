package io.switchboard.sandbox.desk.contract;

/** Why something was not done: the platform's code, and words for an agent. */
public record Failure(String code, String explanation) {}
