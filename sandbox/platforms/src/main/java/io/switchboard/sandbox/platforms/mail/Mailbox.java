package io.switchboard.sandbox.platforms.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import java.util.List;

/** One inbox of the mail server, seen from inside. */
final class Mailbox {

    private final ImapHostManager mailboxes;
    private final GreenMailUser owner;

    Mailbox(ImapHostManager mailboxes, GreenMailUser owner) {
        this.mailboxes = mailboxes;
        this.owner = owner;
    }

    List<ReceivedMail> list() {
        try {
            return mailboxes.getInbox(owner).getNonDeletedMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .map(MailReader::read)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException("an inbox cannot be opened", e);
        }
    }
}
