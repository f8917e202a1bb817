package io.switchboard.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Translation.Ignored;
import io.switchboard.connector.payload.Payload;
import io.switchboard.connector.testkit.Corpora;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Deliveries that nobody here wrote: each becomes events or is ignored with a reason, none ends in an exception. */
class WhatsAppCorpusTest {

    private static final Delivery BLANK =
            HttpRequestFile.parse("POST /hooks/whatsapp/shop HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    private final WhatsAppWebhooks webhooks = new WhatsAppWebhooks();

    @Test
    void translates_34_of_34_deliveries_of_restfb() {
        var translations = translations(Corpora.folder("restfb-webhooks").resolve("whatsapp"));

        assertThat(translations).hasSize(34);
        assertThat(translations.values()).allMatch(WhatsAppCorpusTest::saysSomething);
        assertThat(events(translations)).isEqualTo(27);
        assertThat(malformed(translations))
                .containsExactly(new Ignored(
                        "statuses",
                        "malformed: entry[0].changes[0].value.statuses[0].timestamp is not a whole number"));
    }

    @Test
    void translates_24_of_24_deliveries_of_bindambc() {
        var translations = translations(folderOfBindambc());

        assertThat(translations).hasSize(24);
        assertThat(translations.values()).allMatch(WhatsAppCorpusTest::saysSomething);
        assertThat(events(translations)).isEqualTo(19);
        assertThat(malformed(translations)).isEmpty();
    }

    @Test
    void calls_the_one_file_with_a_stray_brace_malformed() {
        var body = body(folderOfBindambc().resolve("textMessageStatusRead.json"));

        assertThatThrownBy(() -> translate(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static Path folderOfBindambc() {
        return Corpora.folder("bindambc-whatsapp").resolve("deserialization");
    }

    private static boolean saysSomething(Translation translation) {
        return !translation.events().isEmpty() || !translation.ignored().isEmpty();
    }

    private static int events(Map<String, Translation> translations) {
        return translations.values().stream()
                .mapToInt(translation -> translation.events().size())
                .sum();
    }

    private static Iterable<Ignored> malformed(Map<String, Translation> translations) {
        return translations.values().stream()
                .flatMap(translation -> translation.ignored().stream())
                .filter(ignored -> ignored.reason().startsWith("malformed"))
                .toList();
    }

    /** By file name; the collections also hold answers of the Graph API and settings, which are no deliveries. */
    private Map<String, Translation> translations(Path folder) {
        try (var files = Files.list(folder)) {
            var translations = new TreeMap<String, Translation>();
            files.forEach(file -> {
                var body = body(file);
                if (isDelivery(body)) {
                    translations.put(file.getFileName().toString(), translate(body));
                }
            });
            return translations;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Translation translate(Body body) {
        return webhooks.translate(Deliveries.withBody(BLANK, body.bytes()), Shop.CONNECTION);
    }

    private static boolean isDelivery(Body body) {
        try {
            return Payload.read(body).get("entry").isPresent();
        } catch (MalformedDeliveryException notJson) {
            return false;
        }
    }

    private static Body body(Path file) {
        try {
            return Body.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
