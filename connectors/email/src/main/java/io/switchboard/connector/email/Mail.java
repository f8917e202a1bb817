package io.switchboard.connector.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A mail whose structure was read: its header in the terms of RFC 5322. */
record Mail(Entity root, Repairs repairs) {

    static Mail read(byte[] bytes, Repairs repairs) {
        return new Mail(new MimeReader(repairs).read(Slice.of(bytes)), repairs);
    }

    HeaderBlock header() {
        return root.header();
    }

    /** A field as a person reads it; empty when it is absent or blank. */
    Optional<String> text(String field) {
        return header().raw(field)
                .map(raw -> HeaderText.decode(raw, bodyCharset()))
                .filter(text -> !text.isEmpty());
    }

    /** A field as a machine reads it: lower-case, no comment. */
    Optional<String> token(String field) {
        return header().raw(field)
                .map(raw -> ParameterizedValue.parse(raw).value())
                .filter(value -> !value.isEmpty());
    }

    List<Mailbox> mailboxes(String field) {
        var mailboxes = new ArrayList<Mailbox>();
        for (var raw : header().allRaw(field)) {
            mailboxes.addAll(AddressList.parse(HeaderText.withoutRawBytes(raw, bodyCharset())));
            if (mailboxes.size() >= AddressList.MAX_MAILBOXES) {
                repairs.cut("more than " + AddressList.MAX_MAILBOXES + " addresses, the rest was left out");
                return mailboxes.subList(0, AddressList.MAX_MAILBOXES);
            }
        }
        return mailboxes;
    }

    Optional<String> messageId() {
        return header().allRaw("Message-ID").stream()
                .map(MessageIds::own)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The mails this one answers, as its In-Reply-To says. */
    List<String> inReplyTo() {
        return header().allRaw("In-Reply-To").stream()
                .flatMap(raw -> MessageIds.all(raw).stream())
                .distinct()
                .toList();
    }

    /** All mails this one refers to, oldest first, those it answers last. */
    List<String> references() {
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
        return root.all()
                .flatMap(part -> part.type().charset().stream())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "Mail[***]";
    }
}
