/**
 * The floor: the least that has to be done to acknowledge a signed delivery durably, and nothing else. Netty takes the bytes, HMAC-SHA256
 * proves them, Kafka keeps them with {@code acks=all}, and only then the answer is 200. No routing, no envelope, no second channel, no
 * metrics: what the gateway costs is reported as a multiple of this.
 */
@NullMarked
package io.switchboard.sandbox.bench.floor;

import org.jspecify.annotations.NullMarked;
