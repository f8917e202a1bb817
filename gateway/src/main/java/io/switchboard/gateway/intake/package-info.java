/**
 * The edge: fast, dumb, durable. Handshake or verify over raw bytes, append to the journal, answer as the platform wants.
 *
 * <p>Nothing is parsed before the answer: a mapping bug must never cost data.
 */
@NullMarked
package io.switchboard.gateway.intake;

import org.jspecify.annotations.NullMarked;
