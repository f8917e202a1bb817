/**
 * The outside world, simulated: {@link io.switchboard.sandbox.platforms.Platforms} starts every platform's other side from
 * one {@link io.switchboard.sandbox.platforms.PlatformSettings}. Each platform has its own package, written from that
 * platform's public documentation and from nothing of ours: this module imports no other module of the project, so that
 * whoever agrees with it agrees with the documentation and not with itself.
 *
 * <p>Everything listens on 127.0.0.1 and ends with {@code close()}.
 */
@NullMarked
package io.switchboard.sandbox.platforms;

import org.jspecify.annotations.NullMarked;
