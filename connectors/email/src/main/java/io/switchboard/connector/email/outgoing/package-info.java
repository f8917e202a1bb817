/**
 * Answers on their way out: {@code EmailSender} submits what {@code MailComposer} writes, {@code ReplyContent} in the form of
 * {@code OutgoingBody}, under the names that {@code OutgoingIdentity} decides, signed by {@code DkimSignature} where there is a key.
 */
@NullMarked
package io.switchboard.connector.email.outgoing;

import org.jspecify.annotations.NullMarked;
