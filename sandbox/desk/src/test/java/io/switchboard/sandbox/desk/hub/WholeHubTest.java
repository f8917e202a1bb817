package io.switchboard.sandbox.desk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.mail.ReceivedMail;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Real Kafka, real PostgreSQL, real browser; the platforms are simulated. */
class WholeHubTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SwitchboardDesk.Running hub;
    private static int port;

    private WebDriver browser;

    @BeforeAll
    static void startTheHub() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER),
                "needs /usr/bin/chromium and /usr/bin/chromedriver (Debian: chromium, chromium-driver)");
        port = freePort();
        var data = Path.of("target", "hub-" + ProcessHandle.current().pid()).toAbsolutePath();
        hub = SwitchboardDesk.start(new DeskSettings(port, 0, 0, 0, data));
    }

    @AfterAll
    static void stopTheHub() {
        if (hub != null) {
            hub.close();
        }
    }

    @BeforeEach
    void openTheDesk() throws IOException {
        var options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,900",
                        "--user-data-dir="
                                + Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
        browser.get("http://127.0.0.1:" + port + "/");
    }

    @AfterEach
    void closeTheBrowser() {
        browser.quit();
    }

    @Test
    void a_customer_writes_on_whatsapp_and_sees_the_answer_which_is_read() {
        click("#nothing .ch-whatsapp button");
        click("#rows a.row.ch-whatsapp");
        answer("It left our house this morning.");

        waitFor("#stream", "It left our house this morning.");
        waitFor("#stream", "read");
        assertThat(hub.world().platforms().whatsapp().sent())
                .extracting(sent -> sent.text())
                .containsExactly("It left our house this morning.");
    }

    @Test
    void a_mail_is_answered_and_the_answer_to_the_answer_joins_the_thread() {
        click("#nothing .ch-email button");
        click("#rows a.row.ch-email");
        answer("Please send us a picture of it.");
        waitFor("#stream", "Please send us a picture of it.");

        var customer = hub.world().platforms().mail().customer(DemoCustomer.GRACE);
        await().atMost(PATIENCE).until(() -> !customer.mailbox().isEmpty());
        ReceivedMail received = customer.mailbox().getFirst();
        var hook = hub.world().platforms().mail().hook();
        assertThat(hook.post(customer.answers(received, "Here it is, in pieces."))
                        .status())
                .isEqualTo(202);

        waitFor("#stream", "Here it is, in pieces.");
        assertThat(browser.findElements(By.cssSelector("#rows a.row.ch-email"))).hasSize(1);
    }

    private void click(String selector) {
        wait(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))).click();
    }

    private void answer(String text) {
        wait(ExpectedConditions.elementToBeClickable(By.id("reply"))).sendKeys(text);
        click("#send");
    }

    private void waitFor(String selector, String text) {
        new WebDriverWait(browser, PATIENCE)
                .withMessage(() -> "\"" + text + "\" in " + selector)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    private <T> T wait(org.openqa.selenium.support.ui.ExpectedCondition<T> condition) {
        return new WebDriverWait(browser, PATIENCE)
                .ignoreAll(List.of(org.openqa.selenium.StaleElementReferenceException.class))
                .until(condition);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
