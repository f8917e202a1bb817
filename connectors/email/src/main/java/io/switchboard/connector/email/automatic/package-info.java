/**
 * What no person wrote: bounces by report or in words, receipts, complaints, answers of machines. {@code MailTraits} asks them all.
 */
@NullMarked
package io.switchboard.connector.email.automatic;

import org.jspecify.annotations.NullMarked;
