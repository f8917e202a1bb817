package io.switchboard.connector.email.thread;

import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.mime.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the answer to a mail is addressed, as the sender finds it in the {@link ReturnAddress}.
 *
 * @param copies further people whom the customer's own mail named in To and Cc; whether they get a copy, the connection says
 * @param toAll whether the copies go out whatever the connection says: we named them ourselves
 * @param from our mailbox
 * @param subject of the answer, prefix included
 * @param messageId of the mail answered; absent when it had none
 * @param references of the answer, oldest first, the mail answered last
 */
public record ReplyRoute(
        String to,
        Optional<String> toName,
        List<String> copies,
        boolean toAll,
        String from,
        String subject,
        Optional<String> messageId,
        List<String> references) {

    /** What travels beside {@code to}; a field of the return address. */
    private static final String COPIES = "cc";

    /** Whether they were named by us; a field of the return address. */
    private static final String TO_ALL = "to_all";

    /** Of more References the first and the last ones are kept: header lines have a length, and conversations do not. */
    public static final int MAX_REFERENCES = 20;

    public ReplyRoute {
        copies = List.copyOf(copies);
        references = capped(references);
    }

    public static ReplyRoute to(Mailbox recipient, List<String> copies, String account, Mail mail) {
        var references = new ArrayList<>(mail.references());
        var messageId = mail.messageId().filter(MessageIds::isPublic);
        messageId.ifPresent(references::add);
        references.removeIf(id -> !MessageIds.isPublic(id));
        return new ReplyRoute(
                recipient.address().orElseThrow(),
                recipient.name(),
                copies,
                false,
                account,
                answerTo(mail.text("Subject").orElse("")),
                messageId,
                references);
    }

    /** Of a mail that answers none. */
    public static ReplyRoute opening(Mailbox recipient, List<String> copies, String account) {
        return new ReplyRoute(
                recipient.address().orElseThrow(),
                recipient.name(),
                copies,
                true,
                account,
                "",
                Optional.empty(),
                List.of());
    }

    public static ReplyRoute of(ReturnAddress address) {
        var fields = address.fields();
        return new ReplyRoute(
                fields.getOrDefault("to", ""),
                Optional.ofNullable(fields.get("to_name")),
                words(fields.getOrDefault(COPIES, "")),
                fields.containsKey(TO_ALL),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("subject", ""),
                Optional.ofNullable(fields.get("message_id")),
                words(fields.getOrDefault("references", "")));
    }

    /** The same, for the one who is answered alone. */
    public static ReturnAddress withoutCopies(ReturnAddress address) {
        var fields = new TreeMap<>(address.fields());
        fields.remove(COPIES);
        return new ReturnAddress(fields);
    }

    public ReturnAddress asReturnAddress() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("to", to);
        toName.ifPresent(name -> fields.put("to_name", name));
        if (!copies.isEmpty()) {
            fields.put(COPIES, String.join(" ", copies));
        }
        if (toAll) {
            fields.put(TO_ALL, "true");
        }
        fields.put("from", from);
        fields.put("subject", subject);
        messageId.ifPresent(id -> fields.put("message_id", id));
        fields.put("references", String.join(" ", references));
        return new ReturnAddress(fields);
    }

    public static List<String> capped(List<String> oldestFirst) {
        if (oldestFirst.size() <= MAX_REFERENCES) {
            return List.copyOf(oldestFirst);
        }
        var kept = new ArrayList<String>();
        kept.add(oldestFirst.getFirst());
        kept.addAll(oldestFirst.subList(oldestFirst.size() - MAX_REFERENCES + 1, oldestFirst.size()));
        return kept;
    }

    private static List<String> words(String joined) {
        return Stream.of(joined.split(" ", -1)).filter(word -> !word.isBlank()).toList();
    }

    private static String answerTo(String subject) {
        return Topic.isAnswer(subject) ? subject : ("Re: " + subject).strip();
    }

    @Override
    public String toString() {
        return "ReplyRoute[***]";
    }
}
