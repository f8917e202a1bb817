/** Proof that machines are known, and people are not taken for them. */
@NullMarked
package io.switchboard.connector.email.automatic;

import org.jspecify.annotations.NullMarked;
