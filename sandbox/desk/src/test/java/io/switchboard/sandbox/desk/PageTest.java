package io.switchboard.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.DeliveryState;
import io.switchboard.sandbox.desk.core.DeliveryStep;
import io.switchboard.sandbox.desk.core.MessageEntry;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Parts;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.desk.fixture.Published;
import io.switchboard.sandbox.desk.fixture.SampleThreads;
import io.switchboard.sandbox.desk.fixture.SimulatedGateway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The page over HTTP, without a browser: what is in it, what it refuses, what its forms do. */
class PageTest {

    private final Instant now = Clock.systemUTC().instant();
    private static final Pattern COMMAND_ID = Pattern.compile("name=\"commandId\" value=\"([^\"]+)\"");

    private static ConfigurableApplicationContext desk;
    private static HttpClient http;
    private static String origin;

    private final Dialogue ada = Dialogue.whatsApp(
            UUID.randomUUID().toString(), Person.withPhone("Ada Nwosu", "2348030001042"), now.minusSeconds(60));

    @BeforeAll
    static void start() throws IOException {
        // As the gateway has it: its servlet reads raw bytes.
        desk = SampleDesk.start(SampleDesk.kafka(), "--server.port=0", "--server.servlet.encoding.enabled=false");
        origin = "http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "\" autofocus onfocus=\"alert(1)",
                "javascript:alert(1)",
                "</title></textarea><svg onload=alert(1)>",
                "[[${1+1}]] __${T(java.lang.Runtime)}__ *{x} @{y}"
            })
    void shows_whatever_a_customer_wrote_as_text(String hostile) throws Exception {
        var hostilePerson = new Person(hostile, hostile, hostile);
        var dialogue = new Dialogue(UUID.randomUUID().toString(), hostile, "pigeon", hostile, hostilePerson, now);
        var file = Parts.file("a1", "image", "failed", hostile, hostile, 1);
        hear(
                dialogue.with(Map.of("subject", hostile, "attachments", List.of(file), "flags", Map.of(hostile, true)))
                        .says(
                                hostile,
                                List.of(
                                        Parts.text(hostile),
                                        Parts.media("image", 0, hostile),
                                        Map.of("kind", "html", "html", hostile, "fallbackText", hostile),
                                        Map.of(
                                                "kind",
                                                "location",
                                                "latitude",
                                                1,
                                                "longitude",
                                                2,
                                                "name",
                                                hostile,
                                                "url",
                                                hostile),
                                        Map.of("kind", hostile, "fallbackText", hostile),
                                        Map.of("kind", "unsupported", "providerType", hostile, "reason", hostile),
                                        Map.of(
                                                "kind",
                                                "form_response",
                                                "form",
                                                hostile,
                                                "answers",
                                                Map.of(hostile, hostile)))),
                dialogue.with(Map.of(
                                "inReplyTo", Map.of("kind", "reply", "nativeId", "n", "preview", hostile),
                                "threadMatch", Map.of("rule", hostile, "confidence", 0.5),
                                "rawRef", Map.of("id", hostile, "sha256", "", "contentType", "")))
                        .says(hostile),
                dialogue.reacts(dialogue.messageId(1), hostile),
                dialogue.event(hostile, Map.of()));

        var page = Jsoup.parse(get("/threads/" + dialogue.threadId()).body());

        assertThat(page.select("script").eachAttr("src"))
                .containsExactly("/webjars/htmx.org/dist/htmx.min.js", "/desk/desk.js");
        assertThat(page.select("script").eachText()).isEmpty();
        assertThat(page.select("img, svg[onload], [autofocus], style, [style]")).isEmpty();
        assertThat(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.select("[href], [src], [action]").stream()
                        .flatMap(element ->
                                Stream.of(element.attr("href"), element.attr("src"), element.attr("action"))))
                .noneMatch(address -> address.startsWith("javascript:"));
        assertThat(page.wholeText()).contains(hostile);
    }

    @Test
    void forbids_whatever_is_not_its_own() throws Exception {
        var policy = get("/").headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe");
        assertThat(get("/").body()).doesNotContain("style=", "<style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "::"})
    void changes_nothing_for_another_site(String site) throws Exception {
        hear(ada.says("hello"));

        var answer = post("/threads/" + ada.threadId() + "/close", "", "Origin", site);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(thread().isClosed()).isFalse();
    }

    @Test
    void takes_a_reply_without_script_and_keeps_every_character() throws Exception {
        hear(ada.says("hello"));
        var page = get("/threads/" + ada.threadId()).body();

        var answer =
                post("/threads/" + ada.threadId() + "/reply", form(commandId(page), "Grüße, Ada 🙏"), "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/threads/" + ada.threadId());
        assertThat(get("/threads/" + ada.threadId()).body()).contains("Grüße, Ada 🙏");
    }

    @Test
    void sends_once_however_often_somebody_presses() throws Exception {
        hear(ada.says("hello"));
        var form = form(commandId(get("/threads/" + ada.threadId()).body()), "once");

        for (var press = 0; press < 3; press++) {
            assertThat(post("/threads/" + ada.threadId() + "/reply", form).statusCode())
                    .isEqualTo(302);
        }

        assertThat(thread().entries()).hasSize(2);
    }

    @Test
    void makes_a_new_command_for_every_form() throws Exception {
        hear(ada.says("hello"));

        assertThat(commandId(get("/threads/" + ada.threadId()).body()))
                .isNotEqualTo(commandId(get("/threads/" + ada.threadId()).body()));
    }

    @Test
    void keeps_the_words_when_a_reply_is_not_possible() throws Exception {
        hear(ada.replyUntil(now.minusSeconds(1)).says("hello"));

        var answer = post(
                "/threads/" + ada.threadId() + "/reply", form(UUID.randomUUID().toString(), "too late, I fear"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("too late, I fear")
                .contains("role=\"alert\"")
                .contains("Not sent.");
        assertThat(thread().entries()).hasSize(1);
    }

    @Test
    void asks_for_words_when_there_are_none() throws Exception {
        hear(ada.says("hello"));

        assertThat(post(
                                "/threads/" + ada.threadId() + "/reply",
                                form(UUID.randomUUID().toString(), " \n "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/threads/" + ada.threadId() + "/reply", form("'); drop", "hi"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/threads/unknown/reply", form(UUID.randomUUID().toString(), "hi"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void follows_a_reply_through_kafka_until_it_is_read() throws Exception {
        var gateway = desk.getBean(SimulatedGateway.class);
        gateway.publish(gateway.take(ada).says("hello"));
        await().until(() -> memory().find(ada.threadId()).isPresent());

        post("/threads/" + ada.threadId() + "/reply", form(UUID.randomUUID().toString(), "hi Ada"));

        await().untilAsserted(
                        () -> assertThat(((MessageEntry) thread().entries().getLast())
                                        .delivery()
                                        .current()
                                        .flatMap(DeliveryStep::state))
                                .contains(DeliveryState.READ));
        assertThat(thread().entries()).hasSize(2);
    }

    @Test
    void closes_and_reopens_a_ticket() throws Exception {
        hear(ada.says("hello"));

        assertThat(post("/threads/" + ada.threadId() + "/close", "").statusCode())
                .isEqualTo(303);
        assertThat(thread().isClosed()).isTrue();
        assertThat(get("/threads/" + ada.threadId()).body()).contains("Reopen ticket");

        post("/threads/" + ada.threadId() + "/reopen", "");
        assertThat(thread().isClosed()).isFalse();
    }

    @Test
    void answers_404_for_a_thread_that_is_not_here_and_says_what_to_do() throws Exception {
        var answer = get("/threads/" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This thread is not here", "data-live=");
    }

    @Test
    void finds_threads_by_customer_subject_channel_and_kind() throws Exception {
        var name = "Žofia " + UUID.randomUUID();
        var mail = Dialogue.email(UUID.randomUUID().toString(), Person.withEmail(name, "z@example.com"), now);
        hear(mail.with(Map.of("subject", "Broken Teapot")).says("hello"), ada.says("hello"));

        assertThat(get("/desk/list?q=" + encoded("zofia")).body())
                .contains(mail.threadId())
                .doesNotContain(ada.threadId());
        assertThat(get("/desk/list?q=teapot").body()).contains(mail.threadId()).doesNotContain(ada.threadId());
        assertThat(get("/desk/list?channel=whatsapp").body())
                .contains(ada.threadId())
                .doesNotContain(mail.threadId());
        assertThat(get("/desk/list?view=orders").body()).doesNotContain(ada.threadId(), mail.threadId());
        assertThat(get("/desk/list?q=nobody-is-called-this").body()).contains("No thread matches");
    }

    @Test
    void tells_open_pages_what_changed() throws Exception {
        var lines =
                http.send(request("/desk/live").build(), BodyHandlers.ofLines()).body();

        hear(ada.says("hello"));

        assertThat(lines.filter(line -> line.startsWith("data:") && line.contains(ada.threadId()))
                        .findFirst())
                .isPresent();
        lines.close();
    }

    @Test
    void makes_customers_write() throws Exception {
        assertThat(post("/try/email", "subject=Teapot&text=Hello").statusCode()).isEqualTo(302);

        await().untilAsserted(
                        () -> assertThat(get("/desk/list?q=teapot").body()).contains("Tom Becker"));
    }

    @Test
    void weighs_at_most_100_kb_when_it_is_first_opened() throws Exception {
        for (var event : new SampleThreads(now).events()) {
            hear(event);
        }
        var page = get("/").body();
        var weight = weight("/");
        for (var resource : Jsoup.parse(page).select("script[src], link[href]")) {
            weight += weight(resource.attr("src") + resource.attr("href"));
        }
        for (var module : List.of("live.js", "keyed.js", "regions.js", "time.js", "drafts.js")) {
            weight += weight("/desk/" + module);
        }

        assertThat(weight).isBetween(10_000, 100_000);
    }

    private static int weight(String path) throws Exception {
        var answer = http.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().length;
    }

    private static void hear(Published... events) {
        for (var event : events) {
            memory().apply(RecordCodec.event(event.consumed()));
        }
    }

    private static ThreadMemory memory() {
        return desk.getBean(ThreadMemory.class);
    }

    private Conversation thread() {
        return memory().find(ada.threadId()).orElseThrow();
    }

    private static String commandId(String page) {
        var matcher = COMMAND_ID.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        for (var header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
    }

    private static String form(String commandId, String text) {
        return "commandId=" + encoded(commandId) + "&text=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
