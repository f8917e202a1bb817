package io.switchboard.sandbox.platforms.wire;

import java.util.OptionalInt;

/**
 * One attempt of a delivery.
 *
 * @param delivery what was delivered, in words for a log: the message id and its status, or the topic
 * @param number from 1
 * @param status empty when no answer came
 * @param accepted whether the platform takes the answer as success
 */
public record HookAttempt(String delivery, int number, OptionalInt status, boolean accepted) {}
