package io.switchboard.connector.email.automatic;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.AddressList;
import io.switchboard.connector.email.mime.Decoded;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.mime.HeaderText;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.mime.MessageIds;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mail that a report is about, as far as the report returns it: whole, its header, or a few lines of it within a text.
 *
 * @param messageId without angle brackets
 */
record ReturnedMail(Optional<String> messageId, List<Mailbox> to, List<Mailbox> copies) {

    private static final Set<String> TYPES =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers");

    private static final Pattern QUOTED_ID =
            Pattern.compile("(?im)^[>| \\t]{0,8}message-id:\\s{0,4}<([^<>\\s]{1,998})>");

    ReturnedMail {
        to = List.copyOf(to);
        copies = List.copyOf(copies);
    }

    static boolean is(Entity part) {
        return TYPES.contains(part.type().name());
    }

    /** @param words of the report; searched where no part holds the mail */
    static ReturnedMail in(Mail report, String words) {
        return report.root()
                .all()
                .filter(ReturnedMail::is)
                .map(part -> header(part))
                .filter(header -> header.has("Message-ID"))
                .findFirst()
                .map(ReturnedMail::of)
                .orElseGet(() -> new ReturnedMail(quotedId(words), List.of(), List.of()));
    }

    /** Whether it was sent to nobody of these but as a copy. */
    boolean onlyCopied(List<DeliveryStatus> statuses) {
        return !statuses.isEmpty()
                && statuses.stream()
                        .allMatch(status -> copies.stream().anyMatch(status::isAbout)
                                && to.stream().noneMatch(status::isAbout));
    }

    private static ReturnedMail of(HeaderBlock header) {
        return new ReturnedMail(
                header.raw("Message-ID").flatMap(MessageIds::own), mailboxes(header, "To"), mailboxes(header, "Cc"));
    }

    private static HeaderBlock header(Entity part) {
        var bytes = Decoded.bytes(part, HeaderBlock.MAX_VALUE * 4);
        return new HeaderReader(new Repairs()).ofMail(Slice.of(bytes)).header();
    }

    private static List<Mailbox> mailboxes(HeaderBlock header, String field) {
        return header.allRaw(field).stream()
                .flatMap(value -> AddressList.parse(HeaderText.withoutRawBytes(value, "")).stream())
                .toList();
    }

    private static Optional<String> quotedId(String words) {
        var found = QUOTED_ID.matcher(words);
        return found.find() ? MessageIds.own("<" + found.group(1) + ">") : Optional.empty();
    }

    /** All ids that the mail itself answers: some servers name the returned mail only there. */
    static Optional<String> answered(Mail report) {
        return Stream.concat(report.inReplyTo().stream(), report.references().reversed().stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return "ReturnedMail[***]";
    }
}
