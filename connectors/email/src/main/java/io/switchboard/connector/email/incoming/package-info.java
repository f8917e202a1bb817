/**
 * One mail becomes one message. {@code MailTranslator} is the Message Translator; it asks the layers below what the mail says and decides
 * what it means.
 */
@NullMarked
package io.switchboard.connector.email.incoming;

import org.jspecify.annotations.NullMarked;
