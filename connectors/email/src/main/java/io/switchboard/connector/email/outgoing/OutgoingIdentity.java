package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.account.SubmissionAddress;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.thread.OwnMessageId;
import io.switchboard.connector.email.thread.PlusAddress;
import java.util.Optional;

/**
 * Under which names a mail of ours travels and by which it comes back. The one place that decides them.
 *
 * @param messageId without angle brackets; answers and bounces name it
 * @param returnPath the envelope's sender, where bounces go; automatic answers keep it too, because submission servers refuse the
 *     null return path that RFC 3834 §3.3 would allow
 * @param from whom the reader sees
 * @param replyTo where answers go when that is not {@code from}
 */
record OutgoingIdentity(String messageId, String returnPath, Mailbox from, Optional<Mailbox> replyTo) {

    /** Empty when the connection's account is no address a mail can come from. */
    static Optional<OutgoingIdentity> of(OutboundMessage message, ConnectionRef connection) {
        var name = EmailSettings.of(connection, EmailSettings.FROM_NAME);
        return SubmissionAddress.of(connection.account())
                .map(address -> new OutgoingIdentity(
                        OwnMessageId.of(message.messageId(), message.threadToken(), connection),
                        address,
                        new Mailbox(Optional.of(name), Optional.of(address)),
                        message.threadToken()
                                .filter(token -> hasPlusAddresses(connection))
                                .flatMap(token -> PlusAddress.of(address, token))
                                .map(Mailbox::ofAddress)));
    }

    private static boolean hasPlusAddresses(ConnectionRef connection) {
        return EmailSettings.of(connection, EmailSettings.PLUS_ADDRESSING).equalsIgnoreCase("on");
    }

    @Override
    public String toString() {
        return "OutgoingIdentity[" + messageId + "]";
    }
}
