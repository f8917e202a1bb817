/** Proof of the hooks: contracts, signatures, forms, noise. */
@NullMarked
package io.switchboard.connector.email.posted;

import org.jspecify.annotations.NullMarked;
