/**
 * By what mails of one conversation know each other: our ids and tokens, those that servers put in their place, Outlook's, the topic; and
 * how an answer is addressed.
 */
@NullMarked
package io.switchboard.connector.email.thread;

import org.jspecify.annotations.NullMarked;
