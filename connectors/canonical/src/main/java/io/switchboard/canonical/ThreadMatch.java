package io.switchboard.canonical;

/**
 * Why a message landed in its thread.
 *
 * @param rule the rule that decided, such as {@code own_key}, {@code related_key}, {@code new}
 * @param confidence 0 to 1
 */
public record ThreadMatch(String rule, double confidence) {}
