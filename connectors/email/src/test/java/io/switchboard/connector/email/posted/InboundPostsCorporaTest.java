package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Part;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.ShownMail;
import io.switchboard.connector.testkit.Corpora;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that the platforms made. What they must become is read off the post by another reader. */
class InboundPostsCorporaTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"sendgrid, 3", "mailgun, 8", "postmark, 2"})
    void translates_every_post_of_multi_mail(String provider, int posts) throws IOException {
        var files = files(Corpora.folder("multi_mail").resolve(provider));

        for (var file : files) {
            assertShown(file.getFileName().toString(), provider, captured(Files.readAllBytes(file)));
        }

        assertThat(files).hasSize(posts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default_data.txt", "raw_data.txt", "raw_data_with_attachments.txt"})
    void translates_every_sound_sample_of_sendgrid(String name) throws IOException {
        var body = Files.readAllBytes(Corpora.folder("sendgrid-inbound").resolve(name));

        assertShown(name, "sendgrid", Fixture.post("multipart/form-data; boundary=xYzZY", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad_data.txt", "default_data_with_attachments.txt"})
    void calls_sendgrids_samples_without_a_form_malformed(String name) throws IOException {
        var body = Files.readAllBytes(Corpora.folder("sendgrid-inbound").resolve(name));
        var post = Fixture.post("multipart/form-data; boundary=xYzZY", body);

        assertThatThrownBy(() -> Fixture.message("sendgrid", post)).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @CsvSource({"sendgrid, 2", "mailgun, 3", "postmark, 2"})
    void translates_every_mail_of_anymail(String provider, int mails) throws IOException {
        var cases = JSON.readTree(Corpora.folder("anymail-inbound")
                        .resolve(provider + ".json")
                        .toFile())
                .get("cases");
        var translated = 0;
        for (var entry : cases.properties()) {
            if (!entry.getKey().contains("tracking")) {
                assertShown(entry.getKey(), provider, posted(provider, entry.getValue()));
                translated++;
            }
        }

        assertThat(translated).isEqualTo(mails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmark-inbound-test-payload.json", "postmark-inbound-test-payload-with-raw.json"})
    void translates_what_postmarks_check_posts(String name) throws IOException {
        var body = Files.readAllBytes(Corpora.folder("anymail-inbound").resolve(name));

        assertShown(name, "postmark", Fixture.post("application/json", body));
    }

    @Test
    void takes_no_event_of_mailgun_for_a_mail() throws IOException {
        var cases = JSON.readTree(Corpora.folder("anymail-inbound")
                        .resolve("mailgun.json")
                        .toFile())
                .get("cases");
        for (var name : List.of("test_misconfigured_tracking", "test_misconfigured_tracking_legacy")) {
            assertThatThrownBy(() -> Fixture.message("mailgun", posted("mailgun", cases.get(name))))
                    .as(name)
                    .isInstanceOf(MalformedDeliveryException.class);
        }
    }

    private static void assertShown(String name, String provider, Delivery post) {
        var shown = ShownMail.of(post);
        var message = Fixture.message(provider, post);

        assertThat(shown.subjects())
                .as("subjects of %s", name)
                .contains(message.subject().orElse(""));
        assertThat(shown.from())
                .as("sender of %s", name)
                .contains(message.author().party().address().orElse("nobody"));
        assertThat(words(message)).as("text of %s", name).isEqualTo(normal(shown.text()));
        assertThat(message.attachments())
                .as("files of %s", name)
                .extracting(
                        file -> file.fileName().orElse("") + " " + file.size().orElse(-1L))
                .containsExactlyInAnyOrderElementsOf(shown.files());
    }

    private static String words(InboundMessage message) {
        return normal(message.content().stream()
                .filter(Part.Text.class::isInstance)
                .map(Part::fallbackText)
                .collect(Collectors.joining("\n")));
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A captured request whose first line became an answer's. */
    private static Delivery captured(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var request = "POST /hooks/email/demo-email HTTP/1.1" + text.substring(text.indexOf('\n'));
        var withoutLength = request.replaceFirst("(?i)Content-Length: \\d+\\r?\\n", "");
        return HttpRequestFile.parse(withoutLength.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Delivery posted(String provider, JsonNode fields) {
        if (provider.equals("postmark") || fields.has("event-data")) {
            return Fixture.post("application/json", fields.toString().getBytes(StandardCharsets.UTF_8));
        }
        var form = new PostedForm();
        for (var field : fields.properties()) {
            if (!field.getKey().startsWith("__")) {
                form.field(field.getKey(), field.getValue().asText());
            }
        }
        return form.post();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
