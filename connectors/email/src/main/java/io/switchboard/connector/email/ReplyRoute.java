package io.switchboard.connector.email;

import io.switchboard.canonical.ReturnAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the answer to a mail is addressed, as the sender finds it in the {@link ReturnAddress}.
 *
 * @param from our mailbox
 * @param subject of the answer, prefix included
 * @param messageId of the mail answered; absent when it had none
 * @param references of the answer, oldest first, the mail answered last
 */
record ReplyRoute(
        String to,
        Optional<String> toName,
        String from,
        String subject,
        Optional<String> messageId,
        List<String> references) {

    /** Of more References the first and the last ones are kept: header lines have a length, and conversations do not. */
    static final int MAX_REFERENCES = 20;

    /** What mailers write before the subject of an answer, in the languages that have their own word. */
    private static final Pattern ANSWER =
            Pattern.compile("(?i)^(re|aw|antw|sv|vs|odp|ynt|rif|res|回复|回覆|答复)\\s*(\\[\\d+])?\\s*[:：].*");

    ReplyRoute {
        references = capped(references);
    }

    static ReplyRoute to(Mailbox recipient, String account, Mail mail) {
        var references = new ArrayList<>(mail.references());
        var messageId = mail.messageId().filter(MessageIds::isPublic);
        messageId.ifPresent(references::add);
        references.removeIf(id -> !MessageIds.isPublic(id));
        return new ReplyRoute(
                recipient.address().orElseThrow(),
                recipient.name(),
                account,
                answerTo(mail.text("Subject").orElse("")),
                messageId,
                references);
    }

    static ReplyRoute of(ReturnAddress address) {
        var fields = address.fields();
        var references = fields.getOrDefault("references", "").split(" ");
        return new ReplyRoute(
                fields.getOrDefault("to", ""),
                Optional.ofNullable(fields.get("to_name")),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("subject", ""),
                Optional.ofNullable(fields.get("message_id")),
                List.of(references).stream().filter(id -> !id.isBlank()).toList());
    }

    ReturnAddress asReturnAddress() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("to", to);
        toName.ifPresent(name -> fields.put("to_name", name));
        fields.put("from", from);
        fields.put("subject", subject);
        messageId.ifPresent(id -> fields.put("message_id", id));
        fields.put("references", String.join(" ", references));
        return new ReturnAddress(fields);
    }

    static List<String> capped(List<String> oldestFirst) {
        if (oldestFirst.size() <= MAX_REFERENCES) {
            return List.copyOf(oldestFirst);
        }
        var kept = new ArrayList<String>();
        kept.add(oldestFirst.getFirst());
        kept.addAll(oldestFirst.subList(oldestFirst.size() - MAX_REFERENCES + 1, oldestFirst.size()));
        return kept;
    }

    private static String answerTo(String subject) {
        return ANSWER.matcher(subject).matches() ? subject : ("Re: " + subject).strip();
    }

    @Override
    public String toString() {
        return "ReplyRoute[***]";
    }
}
