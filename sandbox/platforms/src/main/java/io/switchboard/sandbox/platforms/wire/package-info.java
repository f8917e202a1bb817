/**
 * What every simulated platform needs and no platform defines: a loopback HTTP server for its API side
 * ({@link io.switchboard.sandbox.platforms.wire.LoopbackApi}), a client that calls a merchant's webhook with time limits
 * and retries ({@link io.switchboard.sandbox.platforms.wire.HookClient},
 * {@link io.switchboard.sandbox.platforms.wire.Redelivery}), HMAC, and ids that repeat for the same seed. No word of any
 * platform is spoken here.
 */
@NullMarked
package io.switchboard.sandbox.platforms.wire;

import org.jspecify.annotations.NullMarked;
