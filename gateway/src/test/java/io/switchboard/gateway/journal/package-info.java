/** The journal. */
@NullMarked
package io.switchboard.gateway.journal;

import org.jspecify.annotations.NullMarked;
