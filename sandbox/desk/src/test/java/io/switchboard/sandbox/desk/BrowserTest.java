package io.switchboard.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.fixture.Browser;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.desk.fixture.Published;
import io.switchboard.sandbox.desk.fixture.SampleThreads;
import io.switchboard.sandbox.desk.fixture.SimulatedGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.context.ConfigurableApplicationContext;

/** The page as somebody uses it, in a real browser on a real Kafka. */
class BrowserTest {

    private static final Path SCREENSHOTS = Path.of(System.getProperty("java.io.tmpdir"), "screenshots");

    @TempDir
    private static Path profile;

    private static ConfigurableApplicationContext desk;
    private static Browser browser;

    private final Instant now = Clock.systemUTC().instant();
    private final Dialogue ada = dialogue("Ada Nwosu");

    @BeforeAll
    static void start() throws IOException {
        desk = SampleDesk.start(SampleDesk.kafka(), "--server.port=0");
        browser = Browser.start(
                "http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port"), profile.resolve("new"));
        new SampleThreads(Clock.systemUTC().instant()).events().forEach(BrowserTest::hear);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        desk.close();
    }

    @BeforeEach
    void light() {
        browser.size(1280, 800).dark(false);
    }

    @AfterEach
    void nothing_was_blocked_and_no_script_failed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shows_what_a_customer_wrote_and_how_the_answer_fares_without_loading_again() {
        var question = "Where is my parcel? " + UUID.randomUUID();
        browser.open("/");
        browser.script("window.sameDocument = true");

        browser.one(".nothing .ch-whatsapp input").clear();
        browser.one(".nothing .ch-whatsapp input").sendKeys(question);
        browser.one(".nothing .ch-whatsapp button").click();
        browser.await("the thread is listed", () -> browser.texts("#rows .last").contains(question));
        rowWith(question).click();
        browser.await(
                "the message is shown", () -> browser.texts(".theirs .prose").contains(question));

        browser.one("#reply").sendKeys("It is in Leipzig 🙏", Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.await("the answer is shown", () -> browser.texts(".ours .prose").contains("It is in Leipzig 🙏"));
        browser.await("the answer is read", () -> lastDelivery().equals("read"));

        assertThat(browser.one("#reply").getDomProperty("value")).isEmpty();
        assertThat(browser.one("#reply")).isEqualTo(browser.driver().switchTo().activeElement());
        assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
        assertThat(browser.script("return location.pathname")).asString().startsWith("/threads/");
    }

    @ParameterizedTest
    @CsvSource({
        "please refuse this, refused, 'Not sent. The customer has not written for 24 hours (131047).'",
        "please defer this, waiting, 'Too many messages at the moment (130429).'",
        "please lose this, not confirmed, 'The platform may or may not have it. It is not sent again by itself.'"
    })
    void says_in_words_what_became_of_an_answer_that_was_not_sent(String text, String label, String words) {
        publish(gateway().take(ada).says("hello"));
        browser.open("/threads/" + ada.threadId());

        browser.one("#reply").sendKeys(text);
        browser.one("#send").click();

        browser.await("the outcome is shown", () -> lastDelivery().equals(label));
        assertThat(browser.one(".ours:last-of-type .explanation").getText()).contains(words);
    }

    @Test
    void sends_once_when_somebody_presses_twice() {
        publish(gateway().take(ada).says("hello"));
        browser.open("/threads/" + ada.threadId());

        browser.one("#reply").sendKeys("only once");
        new Actions(browser.driver()).doubleClick(browser.one("#send")).perform();

        browser.await("the answer is read", () -> lastDelivery().equals("read"));
        assertThat(browser.texts(".ours .prose")).containsExactly("only once");
    }

    @Test
    void leaves_draft_caret_focus_and_scroll_alone_while_messages_arrive() {
        for (var number = 1; number <= 40; number++) {
            hear(ada.after(Duration.ofSeconds(1)).says("message " + number));
        }
        browser.open("/threads/" + ada.threadId());
        browser.one("#reply").sendKeys("half a sentence", Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        browser.script("document.getElementById('stream').scrollTop = 200");

        hear(ada.says("message 41"));
        browser.await(
                "the page says that there is more",
                () -> browser.one("#stream-news").isDisplayed());

        assertThat(browser.texts(".theirs .prose")).contains("message 41");
        assertThat(browser.script("return document.getElementById('stream').scrollTop"))
                .isEqualTo(200L);
        assertThat(browser.one("#reply").getDomProperty("value")).isEqualTo("half a sentence");
        assertThat(browser.script("return document.activeElement.id + document.activeElement.selectionStart"))
                .isEqualTo("reply13");

        browser.one("#stream-news button").click();
        browser.await("the newest message is in view", () -> isAtEnd());
    }

    @Test
    void follows_the_end_of_a_conversation_for_those_who_are_there() {
        for (var number = 1; number <= 40; number++) {
            hear(ada.after(Duration.ofSeconds(1)).says("message " + number));
        }
        browser.open("/threads/" + ada.threadId());

        hear(ada.says("message 41"));

        browser.await("it is shown", () -> browser.texts(".theirs .prose").contains("message 41"));
        browser.await("it is in view", () -> isAtEnd());
    }

    @Test
    void keeps_a_draft_while_other_threads_are_read_and_the_page_is_loaded_again() {
        var tom = dialogue("Tom Becker");
        hear(tom.says("hello from Tom"));
        hear(ada.says("hello from Ada"));
        browser.open("/threads/" + ada.threadId());
        browser.one("#reply").sendKeys("for Ada");

        row(tom).click();
        browser.await("Tom is open", () -> browser.texts(".theirs .prose").contains("hello from Tom"));
        assertThat(browser.one("#reply").getDomProperty("value")).isEmpty();
        browser.driver().navigate().back();
        browser.await("Ada is open", () -> browser.texts(".theirs .prose").contains("hello from Ada"));
        browser.await(
                "the draft is back",
                () -> "for Ada".equals(browser.one("#reply").getDomProperty("value")));
        browser.open("/threads/" + ada.threadId());

        assertThat(browser.one("#reply").getDomProperty("value")).isEqualTo("for Ada");
    }

    @Test
    void keeps_the_order_of_the_list_while_somebody_uses_it() {
        var tom = dialogue("Tom Becker");
        hear(ada.says("first"));
        hear(tom.after(Duration.ofSeconds(1)).says("second"));
        browser.open("/");
        new Actions(browser.driver()).moveToElement(row(tom)).perform();

        hear(ada.after(Duration.ofMinutes(1)).says("third"));
        browser.await("the words are new", () -> row(ada).getText().contains("third"));
        assertThat(position(ada)).isGreaterThan(position(tom));
        assertThat(browser.one("#list-news").isDisplayed()).isTrue();

        new Actions(browser.driver()).moveToElement(browser.one(".brand")).perform();
        browser.await("the order is new", () -> position(ada) < position(tom));
        assertThat(browser.one("#list-news").isDisplayed()).isFalse();
    }

    @Test
    void closes_and_reopens_a_ticket_in_place() {
        hear(ada.says("hello"));
        browser.open("/threads/" + ada.threadId());

        browser.one("#ticket-button").click();
        browser.await(
                "the ticket is closed",
                () -> browser.one("#ticket-button").getText().equals("Reopen ticket"));
        browser.await("the list says so", () -> row(ada).getText().contains("closed"));

        browser.one("#ticket-button").click();
        browser.await(
                "the ticket is open",
                () -> browser.one("#ticket-button").getText().equals("Close ticket"));
    }

    @Test
    void closes_the_reply_box_when_the_time_is_over_and_keeps_what_is_in_it() {
        hear(ada.replyUntil(Clock.systemUTC().instant().plusSeconds(4)).says("hello"));
        browser.open("/threads/" + ada.threadId());
        browser.one("#reply").sendKeys("almost done");
        assertThat(browser.one(".countdown").getText()).endsWith("left");

        browser.await("the box is closed", () -> !browser.one("#reply").isEnabled());

        assertThat(browser.one("#composer").getText()).contains("The time to reply ended");
        assertThat(browser.one("#reply").getDomProperty("value")).isEqualTo("almost done");
    }

    @Test
    void runs_nothing_that_a_customer_wrote() {
        var hostile = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
        hear(dialogue(hostile).says(hostile));
        browser.open("/");
        browser.await("it is listed", () -> browser.texts("#rows .who").contains(hostile));
        rowWith(hostile).click();
        browser.await("it is shown", () -> browser.texts(".theirs .prose").contains(hostile));

        assertThat(browser.script("return window.hacked")).isNull();
    }

    @Test
    void says_that_the_connection_is_lost_and_catches_up_when_it_is_back() {
        hear(ada.says("before"));
        browser.open("/threads/" + ada.threadId());

        browser.offline(true);
        browser.await("the page says so", () -> browser.one("#live").getText().startsWith("connection lost"));
        hear(ada.says("meanwhile"));
        browser.offline(false);

        browser.await("it is shown", () -> browser.texts(".theirs .prose").contains("meanwhile"));
        assertThat(browser.one("#live").getText()).isEqualTo("live");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void is_used_with_the_keyboard_alone() {
        hear(ada.at(now.plusSeconds(3_600)).says("newest of all"));
        browser.open("/");
        browser.one("#q").sendKeys(Keys.TAB);
        for (var tab = 0; tab < 20 && !isRow(focused()); tab++) {
            focused().sendKeys(Keys.TAB);
        }
        assertThat(focused().getText()).contains("newest of all");

        focused().sendKeys(Keys.ARROW_DOWN);
        focused().sendKeys(Keys.ARROW_UP);
        focused().sendKeys(Keys.ENTER);

        browser.await("it is open", () -> browser.texts(".theirs .prose").contains("newest of all"));
    }

    @Test
    void has_a_list_and_a_conversation_of_their_own_on_a_phone() {
        hear(ada.says("hello from a phone"));
        browser.size(360, 740).open("/");
        assertThat(browser.one("#conversation").isDisplayed()).isFalse();

        row(ada).click();
        browser.await("it is open", () -> browser.texts(".theirs .prose").contains("hello from a phone"));
        assertThat(browser.one("#list").isDisplayed()).isFalse();
        assertThat(overflow()).isZero();

        browser.one("#back").click();
        browser.await("the list is back", () -> browser.one("#list").isDisplayed());
        assertThat(overflow()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
    void has_no_barrier_that_axe_finds_and_nothing_beyond_the_edge(int width, boolean dark) throws IOException {
        var suffix = "-" + width + (dark ? "-dark" : "") + ".png";
        browser.size(width, 800).dark(dark).open("/?view=all");
        look("list" + suffix);
        check("list" + suffix);
        for (var thread : List.of("ada", "tom", "lina", "order-1042", "maya", "sam")) {
            browser.open("/threads/" + Dialogue.idOf(thread));
            look(thread + suffix);
            browser.script("document.querySelectorAll('details').forEach(details => details.open = true)");
            look(thread + "-unfolded" + suffix);
            check(thread + suffix);
        }
    }

    private static void look(String name) throws IOException {
        browser.screenshot(SCREENSHOTS.resolve(name));
        assertThat(overflow()).as(name).isZero();
    }

    private static void check(String name) {
        var findings = new AxeBuilder().analyze(browser.driver());
        assertThat(findings.getPasses()).as("rules that axe could check").hasSizeGreaterThan(20);
        assertThat(findings.getViolations()).as(name).extracting(Rule::toString).isEmpty();
    }

    private static long overflow() {
        var pixels = browser.script("return document.documentElement.scrollWidth - window.innerWidth");
        return pixels instanceof Long number ? number : Long.MAX_VALUE;
    }

    private static boolean isAtEnd() {
        return Boolean.TRUE.equals(
                browser.script(
                        "const s = document.getElementById('stream'); return s.scrollHeight - s.scrollTop - s.clientHeight < 2"));
    }

    private static boolean isRow(WebElement element) {
        return element.getDomAttribute("data-open") != null;
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static String lastDelivery() {
        var deliveries = browser.texts(".ours .delivery");
        return deliveries.isEmpty() ? "" : deliveries.getLast();
    }

    private static WebElement row(Dialogue dialogue) {
        return browser.one("#open-" + dialogue.threadId());
    }

    private static int position(Dialogue dialogue) {
        return browser.all("#rows .row").indexOf(row(dialogue));
    }

    private static WebElement rowWith(String text) {
        return browser.all("#rows .row").stream()
                .filter(row -> row.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private Dialogue dialogue(String name) {
        return Dialogue.whatsApp(
                UUID.randomUUID().toString(), Person.withPhone(name, "2348030001042"), now.minusSeconds(60));
    }

    private static SimulatedGateway gateway() {
        return desk.getBean(SimulatedGateway.class);
    }

    private static void publish(Published event) {
        gateway().publish(event);
        hear(event);
    }

    private static void hear(Published event) {
        desk.getBean(ThreadMemory.class).apply(RecordCodec.event(event.consumed()));
    }
}
