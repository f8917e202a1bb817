/** Replies to a simulated platform, through everything that is real. */
@NullMarked
package io.switchboard.gateway.replies;

import org.jspecify.annotations.NullMarked;
