/** Proof of structure and header values, sound and broken. */
@NullMarked
package io.switchboard.connector.email.mime;

import org.jspecify.annotations.NullMarked;
