package io.switchboard.connector.email.automatic;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.content.TextReader;
import io.switchboard.connector.email.mime.Decoded;
import io.switchboard.connector.email.mime.EmailAddress;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.mime.HeaderText;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.Repairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the machine's part of a delivery status notification (RFC 3464, RFC 6533): fields of the mail, then of each recipient. */
final class DeliveryReport {

    private static final int MAX_GROUPS = 100;
    private static final Pattern CODE = Pattern.compile("(?<!\\d)([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\d)");

    private DeliveryReport() {}

    static boolean isIn(Mail mail) {
        return mail.root().all().anyMatch(DeliveryReport::isReport);
    }

    /** Every recipient that a report names, in its order; empty also for a report without content. */
    static List<DeliveryStatus> statuses(Mail mail) {
        return mail.root()
                .all()
                .filter(DeliveryReport::isReport)
                .flatMap(report -> groups(report).stream())
                .limit(MAX_GROUPS)
                .filter(group -> group.has("Action") || group.has("Status") || group.has("Final-Recipient"))
                .map(DeliveryReport::status)
                .toList();
    }

    /** The groups of fields of a report of any kind, with empty lines between. */
    static List<HeaderBlock> groups(Entity report) {
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

    private static boolean isReport(Entity part) {
        return part.type().is("message", "delivery-status") || part.type().is("message", "global-delivery-status");
    }

    private static DeliveryStatus status(HeaderBlock group) {
        var diagnostic = typed(group, "Diagnostic-Code").orElse("");
        return new DeliveryStatus(
                typed(group, "Final-Recipient").flatMap(EmailAddress::read),
                typed(group, "Original-Recipient").flatMap(EmailAddress::read),
                group.raw("Action")
                        .map(value -> ParameterizedValue.parse(value).value())
                        .orElse(""),
                code(group.raw("Status").orElse(""), diagnostic),
                diagnostic,
                typed(group, "Remote-MTA"));
    }

    /** Where the code says only that it is permanent or not, what the server said may say more. */
    private static String code(String status, String diagnostic) {
        var found = CODE.matcher(status);
        var code = found.find() ? found.group(1) : "";
        if (!code.isEmpty() && !StatusText.isVague(code)) {
            return code;
        }
        return StatusText.code(diagnostic)
                .filter(better -> code.isEmpty() || !StatusText.isVague(better))
                .orElse(code);
    }

    /** Values such as {@code rfc822; ann@b.example} begin with what kind they are of. */
    private static Optional<String> typed(HeaderBlock group, String field) {
        return group.raw(field)
                .map(HeaderText::decode)
                .map(value -> value.substring(kindLength(value)).strip())
                .filter(value -> !value.isEmpty());
    }

    private static int kindLength(String value) {
        var semicolon = value.indexOf(';');
        var kind = semicolon < 0 ? "" : value.substring(0, semicolon).strip().toLowerCase(Locale.ROOT);
        return kind.matches("[a-z0-9-]{1,20}") ? semicolon + 1 : 0;
    }
}
