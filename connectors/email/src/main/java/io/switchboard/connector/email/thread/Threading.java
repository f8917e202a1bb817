package io.switchboard.connector.email.thread;

import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.Mailbox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what the conversation of a mail may be known, strongest first: a token of ours, a mail of ours that came back, the mails it names
 * in In-Reply-To and, newest first, References, what its program calls the conversation, and what its writer wrote about before. A mailer
 * that shortens References keeps the first and the last ones, and so do we. Which of it counts is the gateway's to decide.
 */
public final class Threading {

    static final int MAX_NAMED = 50;

    private static final String PREFIX = "eml:";

    private final Mail mail;
    private final List<Mailbox> delivered;
    private final ConnectionRef connection;

    /** @param delivered whom the mail was delivered to, as SMTP said */
    public Threading(Mail mail, List<Mailbox> delivered, ConnectionRef connection) {
        this.mail = mail;
        this.delivered = List.copyOf(delivered);
        this.connection = connection;
    }

    /**
     * @param writer who is believed to have written it
     * @param returned the mail that a mail system returns in it
     */
    public ThreadAddress of(String ownId, Optional<Mailbox> writer, Optional<String> returned) {
        var topic = mail.text("Subject").map(Topic::of).filter(text -> !text.isEmpty());
        var named = new LinkedHashSet<String>(mail.inReplyTo());
        named.addAll(mail.references().reversed());
        named.remove(ownId);
        var links = new ArrayList<ThreadLink>();
        tokens(named, returned).distinct().forEach(token -> links.add(link(ThreadLink.Kind.TOKEN, token)));
        returned.ifPresent(id -> links.add(new ThreadLink(ThreadLink.Kind.RETURNED, key(id))));
        capped(List.copyOf(named)).forEach(id -> links.add(new ThreadLink(ThreadLink.Kind.REFERENCE, key(id))));
        mail.header()
                .raw("Thread-Index")
                .flatMap(ConversationIndex::read)
                .ifPresent(index -> links.add(link(ThreadLink.Kind.CONVERSATION, index)));
        writer.flatMap(Mailbox::address)
                .ifPresent(address -> topic.map(text -> Topic.by(address, text))
                        .ifPresent(hash -> links.add(link(ThreadLink.Kind.SAME_TOPIC, hash))));
        return new ThreadAddress(key(ownId), List.of(), links, topic);
    }

    public static ThreadKey key(String messageId) {
        return new ThreadKey(PREFIX + ServerMessageId.withoutRegion(messageId));
    }

    private Stream<String> tokens(Iterable<String> named, Optional<String> returned) {
        var ids = new ArrayList<String>();
        returned.ifPresent(ids::add);
        named.forEach(ids::add);
        var addressed =
                Stream.of("To", "Cc", "Delivered-To", "X-Original-To").flatMap(field -> mail.mailboxes(field).stream());
        return Stream.concat(
                Stream.concat(addressed, delivered.stream())
                        .flatMap(to -> PlusAddress.token(to, connection.account()).stream()),
                ids.stream().flatMap(id -> OwnMessageId.token(id).stream()));
    }

    private static ThreadLink link(ThreadLink.Kind kind, String key) {
        return new ThreadLink(kind, new ThreadKey(key));
    }

    private static List<String> capped(List<String> newestFirst) {
        if (newestFirst.size() <= MAX_NAMED) {
            return newestFirst;
        }
        var kept = new ArrayList<>(newestFirst.subList(0, MAX_NAMED - 1));
        kept.add(newestFirst.getLast());
        return kept;
    }
}
