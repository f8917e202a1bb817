/** Proof of the e-mail connector: the contract, golden mails, each reader by itself, other people's mails, and noise. */
@NullMarked
package io.switchboard.connector.email;

import org.jspecify.annotations.NullMarked;
