/**
 * Ranges of bytes and what is read of them without copying: lines, and the encodings that make bytes fit for mail. The lowest layer; it takes any
 * bytes and gives up on none.
 */
@NullMarked
package io.switchboard.connector.email.bytes;

import org.jspecify.annotations.NullMarked;
