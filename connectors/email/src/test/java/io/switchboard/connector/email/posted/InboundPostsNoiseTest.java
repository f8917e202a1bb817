package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.bench.Mutation;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.GoldenFile;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden posts, mutated: a mail, or malformed, and nothing else. The same mutations every time. */
class InboundPostsNoiseTest {

    private static final int MUTANTS_OF_EACH = Integer.getInteger("email.mutants", 400);

    private static final List<String> WORDS = List.of(
            "--xYzZY\r\n",
            "--xYzZY--",
            "--5f0c2d1e-boundary\r\n",
            "Content-Disposition: form-data; name=\"text\"\r\n\r\n",
            "Content-Disposition: form-data; name=\"attachment1\"; filename=\"..\\x\"\r\n\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "name=\"\"",
            "filename*=utf-16''%00",
            "%",
            "%zz",
            "&",
            "=",
            "\\",
            "\\u",
            "\\ud83d",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            "null",
            "{\"",
            "\"Headers\":",
            "\"Attachments\":[{}],",
            "\"RawEmail\":\"",
            "\"charset\":\"x-JISAutoDetect\"",
            "1e999999999",
            "\u00ff\u00fe",
            "\u0000");

    @ParameterizedTest
    @ValueSource(strings = {"sendgrid", "mailgun", "postmark"})
    void reads_every_mutant_of_every_golden_post(String provider) {
        var posts = GoldenFile.list(InboundPostsNoiseTest.class, "deliveries/" + provider, ".http").stream()
                .map(HttpRequestFile::read)
                .toList();
        var bodies = posts.stream().map(post -> post.body().bytes()).toList();
        var random = new Random(20260301);
        var mutation = new Mutation(bodies, random);

        assertThat(posts).isNotEmpty();
        for (var post : posts) {
            for (var i = 0; i < MUTANTS_OF_EACH; i++) {
                var mutant = withWord(mutation.of(post.body().bytes()), random);
                assertRead(provider, Deliveries.withBody(post, mutant));
            }
        }
    }

    /** What would be slow if anything looked back: anything that did would take more than two minutes. */
    @Test
    @Timeout(120)
    void reads_large_posts_in_a_time_that_grows_with_their_size() {
        var megabyte = 1024 * 1024;
        for (var filler : List.of(
                "\r\n", "--xYzZY\n", "-", "\r", "a: b\n", " ", "%41", "[", "{\"a\":", "\\u0041", "&a=b", "--xYzZY")) {
            var body = filler.repeat(2 * megabyte / filler.length()).getBytes(StandardCharsets.US_ASCII);
            assertRead("sendgrid", Fixture.post("multipart/form-data; boundary=xYzZY", body));
            assertRead(
                    "sendgrid",
                    new PostedForm().field("headers", body).field("text", body).post());
            assertRead("mailgun", Fixture.post("application/x-www-form-urlencoded", body));
            assertRead(
                    "mailgun",
                    new PostedForm()
                            .field("message-headers", body)
                            .field("body-mime", body)
                            .post());
            assertRead("postmark", Fixture.post("application/json", body));
        }
    }

    private static byte[] withWord(byte[] body, Random random) {
        var word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1);
        var at = random.nextInt(body.length + 1);
        var whole = Arrays.copyOf(body, body.length + word.length);
        System.arraycopy(word, 0, whole, at, word.length);
        System.arraycopy(body, at, whole, at + word.length, body.length - at);
        return whole;
    }

    private static void assertRead(String provider, Delivery post) {
        try {
            var webhooks = new EmailWebhooks();
            var connection = Fixture.connectionOf(provider);
            assertThat(webhooks.forConnection(connection).verify(post, Fixture.secrets()))
                    .isNotNull();
            var translation = webhooks.translate(post, connection);
            assertThat(translation.events().size() + translation.ignored().size())
                    .isPositive();
            var again = webhooks.translate(later(post), connection);
            assertThat(again.events()).extracting(InboundEvent::key).isEqualTo(keys(translation.events()));
            translation.events().forEach(event -> assertWhole(event, provider, post));
        } catch (MalformedDeliveryException malformed) {
            assertThat(malformed.getMessage()).matches("[ -~]{1,250}");
        } catch (RuntimeException | StackOverflowError bug) {
            fail(
                    "a post nobody can read: "
                            + new String(
                                    post.body().bytes(),
                                    0,
                                    Math.min(5_000, post.body().size()),
                                    StandardCharsets.ISO_8859_1),
                    bug);
        }
    }

    private static List<?> keys(List<InboundEvent> events) {
        return events.stream().map(InboundEvent::key).toList();
    }

    private static Delivery later(Delivery post) {
        var at = post.receivedAt().plus(Duration.ofHours(4));
        return new Delivery(post.id(), at, post.method(), post.target(), post.headers(), post.body());
    }

    /** Every announced file can be fetched and has the announced size. */
    private static void assertWhole(InboundEvent event, String provider, Delivery post) {
        if (event instanceof InboundEvent.MessageReceived received) {
            for (var file : received.message().attachments()) {
                var fetched = new EmailAttachments()
                        .fetch(
                                file.providerMediaId(),
                                post,
                                Long.MAX_VALUE,
                                Fixture.connectionOf(provider),
                                Secrets.NONE);
                assertThat(fetched)
                        .isInstanceOfSatisfying(
                                FetchOutcome.Fetched.class,
                                found -> assertThat((long) found.content().size())
                                        .isEqualTo(file.size().orElseThrow()));
            }
        }
    }
}
