package io.switchboard.connector.testkit;

import io.switchboard.connector.Delivery;

/**
 * A delivery with several elements and what they must become.
 *
 * @param events how many events its translation has
 * @param ignored how many elements are ignored with a reason
 */
public record Batch(Delivery delivery, int events, int ignored) {}
