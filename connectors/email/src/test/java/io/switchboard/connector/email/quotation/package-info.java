/** Proof of the division: other people's answers, mails of many programs and languages, properties, and hostile texts. */
@NullMarked
package io.switchboard.connector.email.quotation;

import org.jspecify.annotations.NullMarked;
