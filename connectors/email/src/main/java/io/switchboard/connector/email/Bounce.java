package io.switchboard.connector.email;

import io.switchboard.canonical.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A delivery status notification (RFC 3464) in a multipart/report (RFC 6522): a mail of ours did not arrive, or not yet.
 *
 * @param originalMessageId of the mail it is about, where the report returns its header
 * @param action of the first recipient: {@code failed}, {@code delayed}, {@code delivered}, {@code relayed}, {@code expanded}
 * @param status RFC 3463 code of the first recipient, such as {@code 5.1.1}
 */
record Bounce(Optional<String> originalMessageId, String action, String status) {

    private static final int MAX_GROUPS = 100;
    private static final Set<String> RETURNED =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers");

    static Optional<Bounce> in(Mail mail) {
        var reports = mail.root().all().filter(Bounce::isReport).toList();
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        var groups = reports.stream().flatMap(report -> groups(report).stream()).toList();
        return Optional.of(new Bounce(returnedMessageId(mail.root()), first(groups, "Action"), status(groups)));
    }

    /** Success is reported in the same form; then nothing bounced. */
    boolean isTrouble() {
        return !List.of("delivered", "relayed", "expanded").contains(action);
    }

    boolean isFinal() {
        return action.equals("failed");
    }

    Failure failure() {
        var explanation = EnhancedStatus.explanation(status);
        return new Failure(
                status.isEmpty() ? "5.0.0" : status,
                explanation.orElse("the recipient's mail server did not take the mail"));
    }

    Map<String, String> asExt() {
        var ext = new TreeMap<String, String>();
        ext.put("bounce.action", action);
        ext.put("bounce.status", status);
        originalMessageId.ifPresent(id -> ext.put("bounce.original_message_id", id));
        ext.values().removeIf(String::isEmpty);
        return ext;
    }

    private static boolean isReport(Entity part) {
        return part.type().is("message", "delivery-status") || part.type().is("message", "global-delivery-status");
    }

    /** The fields of the message, then of each recipient, with empty lines between. */
    private static List<HeaderBlock> groups(Entity report) {
        var decoded = Slice.of(Decoded.bytes(report, TextReader.MAX_BYTES));
        var reader = new HeaderReader(new Repairs());
        var groups = new ArrayList<HeaderBlock>();
        while (!decoded.isBlank() && groups.size() < MAX_GROUPS) {
            var head = reader.ofMail(decoded);
            groups.add(head.header());
            decoded = head.header().isEmpty() ? decoded.limited(0) : head.body();
        }
        return groups;
    }

    private static String first(List<HeaderBlock> groups, String field) {
        return groups.stream()
                .flatMap(group -> group.raw(field).stream())
                .map(value -> ParameterizedValue.parse(value).value())
                .findFirst()
                .orElse("");
    }

    private static String status(List<HeaderBlock> groups) {
        var digits = first(groups, "Status").replaceAll("[^0-9.].*", "");
        return digits.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? digits : "";
    }

    private static Optional<String> returnedMessageId(Entity root) {
        return root.all()
                .filter(part -> RETURNED.contains(part.type().name()))
                .map(part -> Slice.of(Decoded.bytes(part, HeaderBlock.MAX_VALUE * 4)))
                .flatMap(returned ->
                        new HeaderReader(new Repairs()).ofMail(returned).header().raw("Message-ID").stream())
                .flatMap(id -> MessageIds.own(id).stream())
                .findFirst();
    }
}
