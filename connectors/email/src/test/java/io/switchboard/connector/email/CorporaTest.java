package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.connector.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that nobody here wrote, many of them broken on purpose. */
class CorporaTest {

    @ParameterizedTest
    @CsvSource({"chatwoot-mail, .eml, 39", "mikel-mail, .eml, 103", "mime4j-testmsgs, .msg, 80"})
    void translates_every_mail_of_a_corpus(String corpus, String ending, int mails) throws IOException {
        var files = files(Corpora.folder(corpus), ending);

        var readable = files.stream().filter(CorporaTest::saysSomething).count();

        System.out.println("e-mail: " + corpus + ": " + readable + " of " + files.size() + " mails translated");
        assertThat(files).hasSize(mails);
        assertThat(readable).isEqualTo(mails);
    }

    /** Facts about the mails that their authors wrote down. */
    @Test
    void agrees_with_what_the_authors_of_a_corpus_expect() throws IOException {
        var folder = Corpora.folder("chatwoot-mail");
        var mails = new JsonMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("mails");
        var facts = 0;
        var disagreements = new TreeSet<String>();
        for (var mail : mails.properties()) {
            var message = Fixture.message(Files.readAllBytes(folder.resolve(mail.getKey())));
            for (var fact : mail.getValue().properties()) {
                var agrees = agrees(message, fact.getKey(), fact.getValue());
                facts += agrees.isPresent() ? 1 : 0;
                if (agrees.filter(yes -> !yes).isPresent()) {
                    disagreements.add(mail.getKey() + " " + fact.getKey());
                }
            }
        }

        System.out.println("e-mail: chatwoot-mail: " + (facts - disagreements.size()) + " of " + facts + " facts hold");
        assertThat(facts).isGreaterThan(20);
        assertThat(disagreements).isEmpty();
    }

    /** Empty for facts about what a helpdesk does with a mail, which is not a connector's to say. */
    private static Optional<Boolean> agrees(InboundMessage message, String fact, JsonNode expected) {
        var details = message.email().orElseThrow();
        return switch (fact) {
            case "subject" ->
                Optional.of(
                        message.subject().orElse("").equals(expected.asText().strip()));
            case "in_reply_to", "in_reply_to_first" ->
                Optional.of(answered(message).equals(expected.asText("")));
            case "references" -> Optional.of(references(details).containsAll(texts(expected)));
            case "auto_reply" ->
                Optional.of(message.flags().contains(MessageFlag.AUTO_GENERATED) == expected.asBoolean());
            case "text_equals" -> Optional.of(plain(message).equals(expected.asText()));
            case "text_contains", "message_text" -> Optional.of(plain(message).contains(expected.asText()));
            case "reply_text_starts_with" -> Optional.of(plain(message).startsWith(expected.asText()));
            case "contact_email" ->
                Optional.of(message.author().party().address().equals(Optional.of(expected.asText())));
            case "attachment_filename" ->
                Optional.of(message.attachments().getFirst().fileName().equals(Optional.of(expected.asText())));
            default -> Optional.empty();
        };
    }

    private static String answered(InboundMessage message) {
        return message.inReplyTo().map(reference -> reference.nativeId()).orElse("");
    }

    private static List<String> references(EmailDetails details) {
        return details.references();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String plain(InboundMessage message) {
        return message.content().stream()
                .filter(part -> part instanceof Part.Text || part instanceof Part.Html)
                .map(Part::fallbackText)
                .collect(Collectors.joining("\n"));
    }

    private static boolean saysSomething(Path file) {
        try {
            return !Fixture.message(Files.readAllBytes(file)).content().isEmpty();
        } catch (IOException | RuntimeException unreadable) {
            return fail("cannot read " + file.getFileName(), unreadable);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
