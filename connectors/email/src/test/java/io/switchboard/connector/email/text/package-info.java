/** Proof of charsets, declared, lied about and guessed. */
@NullMarked
package io.switchboard.connector.email.text;

import org.jspecify.annotations.NullMarked;
