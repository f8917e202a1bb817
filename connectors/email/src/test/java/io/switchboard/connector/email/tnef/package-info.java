/** Proof of what is found in a {@code winmail.dat}. */
@NullMarked
package io.switchboard.connector.email.tnef;

import org.jspecify.annotations.NullMarked;
