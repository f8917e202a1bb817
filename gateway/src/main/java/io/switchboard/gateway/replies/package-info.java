/**
 * What agents answer: commands, whether they may go out, each attempt, its outcome.
 *
 * <p>The intent is stored before the platform is called and the outcome after; in between nobody knows, and it is called that:
 * {@code unconfirmed}. Only a platform that honours our idempotency key is ever asked a second time.
 */
@NullMarked
package io.switchboard.gateway.replies;

import org.jspecify.annotations.NullMarked;
