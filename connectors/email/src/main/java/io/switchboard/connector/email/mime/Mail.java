package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose structure was read: its header in the terms of RFC 5322. What many ask for, the addresses of a field and the ids it refers
 * to, is read once. For one thread.
 */
public final class Mail {

    private final Entity root;
    private final Repairs repairs;
    private final Map<String, List<Mailbox>> mailboxes = new HashMap<>();
    private @Nullable String bodyCharset;
    private @Nullable List<String> references;

    public Mail(Entity root, Repairs repairs) {
        this.root = root;
        this.repairs = repairs;
    }

    public static Mail read(byte[] bytes, Repairs repairs) {
        return new Mail(new MimeReader(repairs).read(Slice.of(bytes)), repairs);
    }

    public Entity root() {
        return root;
    }

    /** What had to be mended to read it so far. */
    public Repairs repairs() {
        return repairs;
    }

    public HeaderBlock header() {
        return root.header();
    }

    /** A field as a person reads it; empty when it is absent or blank. */
    public Optional<String> text(String field) {
        return header().raw(field)
                .map(raw -> HeaderText.decode(raw, bodyCharset()))
                .filter(text -> !text.isEmpty());
    }

    /** A field as a machine reads it: lower-case, no comment. */
    public Optional<String> token(String field) {
        return header().raw(field)
                .map(raw -> ParameterizedValue.parse(raw).value())
                .filter(value -> !value.isEmpty());
    }

    /** @param field as it is spelled everywhere here */
    public List<Mailbox> mailboxes(String field) {
        return mailboxes.computeIfAbsent(field, this::readMailboxes);
    }

    private List<Mailbox> readMailboxes(String field) {
        var read = new ArrayList<Mailbox>();
        for (var raw : header().allRaw(field)) {
            read.addAll(AddressList.parse(HeaderText.withoutRawBytes(raw, bodyCharset())));
            if (read.size() >= AddressList.MAX_MAILBOXES) {
                repairs.cut("more than " + AddressList.MAX_MAILBOXES + " addresses, the rest was left out");
                return List.copyOf(read.subList(0, AddressList.MAX_MAILBOXES));
            }
        }
        return List.copyOf(read);
    }

    public Optional<String> messageId() {
        return header().allRaw("Message-ID").stream()
                .map(MessageIds::own)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The mails this one answers, as its In-Reply-To says. */
    public List<String> inReplyTo() {
        return header().allRaw("In-Reply-To").stream()
                .flatMap(raw -> MessageIds.all(raw).stream())
                .distinct()
                .toList();
    }

    /** All mails this one refers to, oldest first, those it answers last. */
    public List<String> references() {
        var read = references;
        if (read == null) {
            read = readReferences();
            references = read;
        }
        return read;
    }

    private List<String> readReferences() {
        var ids = new LinkedHashSet<String>();
        for (var raw : header().allRaw("References")) {
            ids.addAll(MessageIds.all(raw));
        }
        for (var answered : inReplyTo()) {
            ids.remove(answered);
            ids.add(answered);
        }
        messageId().ifPresent(ids::remove);
        return List.copyOf(ids);
    }

    private String bodyCharset() {
        var found = bodyCharset;
        if (found == null) {
            found = root.all()
                    .flatMap(part -> part.type().charset().stream())
                    .findFirst()
                    .orElse("");
            bodyCharset = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return "Mail[***]";
    }
}
