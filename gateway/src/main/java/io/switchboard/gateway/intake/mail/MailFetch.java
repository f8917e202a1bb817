package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Body;
import io.switchboard.gateway.intake.mail.ImapBodies.UnservedException;
import io.switchboard.gateway.intake.mail.ImapFolder.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches mails, within the memory that they may take. */
final class MailFetch {

    private static final Logger log = LoggerFactory.getLogger(MailFetch.class);

    /** Attempts at a mail that its server does not hand out, before it no longer keeps the others. */
    private static final int PATIENCE = 5;

    private static final int GROUP = 50;
    private static final int GROUP_BYTES = 1 << 20;

    private final MailMemory memory;
    private final MailIntake intake;
    private final int maxSize;
    private long unserved;
    private int attempts;

    /** @param maxSize of what is fetched of a mail */
    MailFetch(MailMemory memory, MailIntake intake, int maxSize) {
        this.memory = memory;
        this.intake = intake;
        this.maxSize = maxSize;
    }

    /** Where a mail goes; it is ours when this returns. */
    interface Destination {

        /** Throws what the processors of a route throw. */
        void take(FoundMail mail) throws Exception;
    }

    /** Mails in their order, in groups that are worth one question to the server each. */
    List<List<Listed>> groups(List<Listed> mails) {
        var groups = new ArrayList<List<Listed>>();
        var bytes = 0L;
        for (var mail : mails) {
            bytes += mail.size();
            if (groups.isEmpty() || groups.getLast().size() == GROUP || bytes > Math.min(GROUP_BYTES, maxSize)) {
                groups.add(new ArrayList<>());
                bytes = mail.size();
            }
            groups.getLast().add(mail);
        }
        return groups;
    }

    /** Fetches a group's mails, to be given away one by one. */
    Fetched fetch(Mailbox mailbox, ImapFolder folder, List<Listed> group) throws IOException, InterruptedException {
        var bytes = group.stream()
                .mapToInt(mail -> Math.clamp(mail.size(), 0, maxSize))
                .sum();
        var share = memory.share();
        if (!share.grow(bytes)) {
            throw new IOException("no memory for mails of " + bytes + " bytes at the moment");
        }
        return new Fetched(mailbox, folder, share, group);
    }

    /** Mails that take memory until this is closed. */
    final class Fetched implements AutoCloseable {

        private final Mailbox mailbox;
        private final ImapFolder folder;
        private final MailMemory.Share share;
        private final Map<Long, byte[]> bytes;

        private Fetched(Mailbox mailbox, ImapFolder folder, MailMemory.Share share, List<Listed> group)
                throws IOException {
            this.mailbox = mailbox;
            this.folder = folder;
            this.share = share;
            try {
                this.bytes = group.size() > 1 ? folder.bodies().read(group) : Map.of();
            } catch (IOException failed) {
                share.close();
                throw failed;
            }
        }

        /** A mail beyond the limit is given as its beginning, a mail that was taken away meanwhile not at all. */
        void give(Listed mail, Destination destination) throws Exception {
            try {
                var known = bytes.get(mail.uid());
                var found = known == null ? folder.bodies().read(mail, maxSize) : Optional.of(known);
                if (found.isPresent()) {
                    destination.take(found(mailbox, mail, Body.of(found.get())));
                }
            } catch (UnservedException unservable) {
                unserved(mailbox, mail, unservable);
            }
        }

        @Override
        public void close() {
            share.close();
        }
    }

    private void unserved(Mailbox mailbox, Listed mail, UnservedException unservable) throws UnservedException {
        attempts = mail.uid() == unserved ? attempts + 1 : 1;
        unserved = mail.uid();
        if (attempts < PATIENCE) {
            throw unservable;
        }
        passOver(mailbox, mail);
    }

    private FoundMail found(Mailbox mailbox, Listed mail, Body bytes) {
        if (mail.size() <= maxSize) {
            return new FoundMail(mailbox, bytes, Map.of());
        }
        log.atInfo()
                .addKeyValue("connector", mailbox.connector())
                .addKeyValue("connection", mailbox.name())
                .addKeyValue("bytes", mail.size())
                .log("mail cut because it is too large");
        return new FoundMail(mailbox, bytes, Map.of(FoundMail.SIZE, List.of(Integer.toString(mail.size()))));
    }

    private void passOver(Mailbox mailbox, Listed mail) {
        intake.rejected(mailbox.connector(), "unserved");
        log.atError()
                .addKeyValue("connector", mailbox.connector())
                .addKeyValue("connection", mailbox.name())
                .addKeyValue("uid", mail.uid())
                .addKeyValue("attempts", attempts)
                .log("mail passed over because its server does not hand it out");
    }
}
