package io.switchboard.connector.email;

import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * By which names the conversation of a mail may be known: its own Message-ID, then the mails it answers, then its References, newest
 * first. A mailer that shortens References keeps the first and the last ones, and so do we.
 */
final class Threading {

    static final int MAX_RELATED = 50;

    private static final String PREFIX = "eml:";

    private Threading() {}

    /** @param further ids of mails it is about, such as the one that bounced */
    static ThreadAddress of(String ownId, Mail mail, List<String> further) {
        var related = new LinkedHashSet<String>(further);
        related.addAll(mail.inReplyTo());
        related.addAll(mail.references().reversed());
        related.remove(ownId);
        return new ThreadAddress(key(ownId), capped(List.copyOf(related)));
    }

    static ThreadKey key(String messageId) {
        return new ThreadKey(PREFIX + messageId);
    }

    private static List<ThreadKey> capped(List<String> newestFirst) {
        if (newestFirst.size() <= MAX_RELATED) {
            return newestFirst.stream().map(Threading::key).toList();
        }
        var kept = new ArrayList<>(newestFirst.subList(0, MAX_RELATED - 1));
        kept.add(newestFirst.getLast());
        return kept.stream().map(Threading::key).toList();
    }
}
