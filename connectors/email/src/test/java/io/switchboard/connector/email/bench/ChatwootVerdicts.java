package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the authors of chatwoot-mail expect of their mails, held against what the connector makes of them through its public door. Some of it
 * says what their helpdesk does with a mail; such a fact is held against what a helpdesk needs for that, or, where a connector has no
 * say, is no fact here.
 */
final class ChatwootVerdicts {

    private static final Pattern CID = Pattern.compile("\"cid:([^\"]+)\"");

    /** So many files that helpdesk keeps of a mail. A connector keeps all. */
    private static final int THEIR_MOST_FILES = 15;

    /** What is expected of one mail, and which of it does not hold. */
    record Verdict(String mail, int facts, List<String> wrong, List<String> helpdesks) {

        Verdict {
            wrong = List.copyOf(wrong);
            helpdesks = List.copyOf(helpdesks);
        }
    }

    private final InboundMessage message;

    private ChatwootVerdicts(InboundMessage message) {
        this.message = message;
    }

    /** One for each mail they expect anything of. */
    static List<Verdict> of(Path corpora) throws IOException {
        var folder = corpora.resolve("chatwoot-mail");
        var mails = new JsonMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("mails");
        var reader = new OurReader();
        var verdicts = new ArrayList<Verdict>();
        for (var mail : mails.properties()) {
            var message = reader.translate(Files.readAllBytes(folder.resolve(mail.getKey())));
            verdicts.add(new ChatwootVerdicts(message).verdict(mail.getKey(), mail.getValue()));
        }
        return verdicts;
    }

    static String score(Path corpora) throws IOException {
        var verdicts = of(corpora);
        var held =
                verdicts.stream().filter(verdict -> verdict.wrong().isEmpty()).count();
        return held + " of " + verdicts.size();
    }

    private Verdict verdict(String mail, JsonNode expected) {
        var facts = 0;
        var wrong = new ArrayList<String>();
        var helpdesks = new ArrayList<String>();
        for (var fact : expected.properties()) {
            var holds = holds(fact.getKey(), fact.getValue());
            if (holds.isEmpty()) {
                helpdesks.add(fact.getKey());
                continue;
            }
            facts++;
            if (!holds.get()) {
                wrong.add(fact.getKey());
            }
        }
        return new Verdict(mail, facts, wrong, helpdesks);
    }

    private Optional<Boolean> holds(String fact, JsonNode expected) {
        return switch (fact) {
            // They were read, and a message came of it, or there would be no verdict.
            case "must_not_throw", "creates_message", "message_created" -> Optional.of(expected.asBoolean());
            case "subject", "in_reply_to", "in_reply_to_first", "references", "date", "threads_via", "auto_reply" ->
                Optional.of(headerHolds(fact, expected));
            case "contact_email", "reply_to", "sender_from", "to", "conversation_uuid_in_to" ->
                Optional.of(addressHolds(fact, expected));
            case "attachments",
                    "regular_attachments",
                    "attachment_filename",
                    "generated_filename_prefix",
                    "html_must_not_contain" -> Optional.of(filesHold(fact, expected));
            // What their helpdesk opens, a remark, and an HTML part that they did not find and that is there.
            case "creates_conversation", "note", "html" -> Optional.empty();
            default -> Optional.of(textHolds(fact, expected));
        };
    }

    private boolean headerHolds(String fact, JsonNode expected) {
        var details = message.email().orElseThrow();
        var answered =
                message.inReplyTo().map(reference -> reference.nativeId()).orElse("");
        return switch (fact) {
            case "subject" ->
                message.subject().orElse("").equals(expected.asText().strip());
            case "in_reply_to", "in_reply_to_first" -> answered.equals(expected.asText(""));
            case "references" ->
                details.references().containsAll(texts(expected))
                        && (!expected.isEmpty() || details.references().isEmpty());
            case "date" ->
                message.occurredAt()
                        .at()
                        .equals(OffsetDateTime.parse(expected.asText()).toInstant());
            case "threads_via" -> message.thread().links().size() > 1 && !answered.isEmpty();
            case "auto_reply" -> message.flags().contains(MessageFlag.AUTO_GENERATED) == expected.asBoolean();
            default -> throw new IllegalStateException("no header fact " + fact);
        };
    }

    private boolean addressHolds(String fact, JsonNode expected) {
        var answersGoTo = message.returnAddress().fields().getOrDefault("to", "");
        return switch (fact) {
            case "contact_email" -> message.author().party().address().equals(Optional.of(expected.asText()));
            case "reply_to" -> expected.asText().contains(answersGoTo) && !answersGoTo.isEmpty();
            // Who writes is From, or anybody could write in the name of another; answers go where Reply-To says.
            case "sender_from" ->
                !message.author().party().address().equals(Optional.of(answersGoTo)) && !answersGoTo.isEmpty();
            case "to" -> isAddressed(address -> address.equals(expected.asText()));
            case "conversation_uuid_in_to" -> isAddressed(address -> address.contains(expected.asText()));
            default -> throw new IllegalStateException("no address fact " + fact);
        };
    }

    private boolean isAddressed(Predicate<String> address) {
        return message.recipients().stream()
                .anyMatch(
                        recipient -> recipient.party().address().filter(address).isPresent());
    }

    private boolean filesHold(String fact, JsonNode expected) {
        return switch (fact) {
            case "attachments" ->
                expected.asInt() == THEIR_MOST_FILES
                        ? shownBesideTheText() >= THEIR_MOST_FILES
                        : shownBesideTheText() == expected.asInt();
            case "regular_attachments" ->
                message.attachments().stream().filter(file -> !file.inline()).count() == expected.asInt();
            case "attachment_filename" ->
                message.attachments().getFirst().fileName().equals(Optional.of(expected.asText()));
            case "generated_filename_prefix" ->
                message.attachments().stream()
                        .allMatch(file -> file.fileName().orElse("").startsWith(expected.asText()));
            // They put addresses of files in; that can be done when each name leads to a file.
            case "html_must_not_contain" -> picturesNamed().equals(filesNamed());
            default -> throw new IllegalStateException("no fact about files " + fact);
        };
    }

    private long shownBesideTheText() {
        return message.content().stream().filter(Part.Media.class::isInstance).count();
    }

    private List<String> picturesNamed() {
        return message.content().stream()
                .filter(Part.Html.class::isInstance)
                .flatMap(part -> CID.matcher(((Part.Html) part).html()).results())
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private List<String> filesNamed() {
        return message.attachments().stream()
                .map(MediaReference::contentId)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private boolean textHolds(String fact, JsonNode expected) {
        var text = words();
        return switch (fact) {
            case "text_equals" -> text.equals(expected.asText());
            case "text", "reply_text" -> text.strip().equals(expected.asText().strip());
            case "text_contains", "message_text" -> text.contains(expected.asText());
            case "text_must_not_contain" -> texts(expected).stream().noneMatch(text::contains);
            case "reply_text_starts_with" -> text.startsWith(expected.asText());
            // Both the text and the HTML of such a mail were read.
            case "content_type_contains" -> !text.isBlank();
            default -> throw new IllegalStateException("the authors expect something new: " + fact);
        };
    }

    private String words() {
        return message.content().stream()
                .filter(part -> part instanceof Part.Text || part instanceof Part.Html)
                .map(Part::fallbackText)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
