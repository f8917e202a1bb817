package io.switchboard.gateway.intake.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * A folder of which closing deletes nothing. Camel closes every folder with expunge, which would remove for good what the
 * mailbox's owner only marked as deleted.
 *
 * <p>Public, with these constructors, because the mail library makes it ({@code mail.imap.folder.class}).
 */
public final class MailboxFolder extends IMAPFolder {

    public MailboxFolder(String fullName, char separator, IMAPStore store, Boolean isNamespace) {
        super(fullName, separator, store, isNamespace);
    }

    public MailboxFolder(ListInfo listed, IMAPStore store) {
        super(listed, store);
    }

    @Override
    public synchronized void close(boolean expunge) throws MessagingException {
        super.close(false);
    }
}
