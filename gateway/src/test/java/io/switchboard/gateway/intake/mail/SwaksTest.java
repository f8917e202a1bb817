package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.unit.DataSize;

/**
 * The receiver, with a certificate from PEM files, against a client that is not ours. Runs where {@code swaks} and {@code openssl} are installed, and
 * says so where they are not.
 */
class SwaksTest {

    private final MailEdge edge = new MailEdge();
    private final List<SmtpReceiver> running = new ArrayList<>();

    @TempDir
    Path folder;

    /** What the client said and heard, and how it ended. */
    private record Ended(int code, String transcript) {}

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/swaks")), "swaks is not installed");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        var made = run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                file("key.pem"),
                "-out",
                file("cert.pem")));
        assertThat(made.code()).as(made.transcript()).isZero();
        edge.registry.add(MailEdge.connection("email", "shop", "support@shop.example", Map.of()));
        var smtp = new MailIntakeProperties.Smtp(
                true,
                InetAddress.getLoopbackAddress(),
                0,
                "localhost",
                "mx",
                DataSize.ofMegabytes(1),
                20,
                100,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2));
        var properties =
                new MailIntakeProperties(smtp, MailboxLab.bounds(MailboxLab.NEVER, 1), DataSize.ofMegabytes(8));
        var bundles = new DefaultSslBundleRegistry(
                "mx",
                SslBundle.of(
                        new PemSslStoreBundle(new PemSslStoreDetails(null, read("cert.pem"), read("key.pem")), null)));
        var tls = new MailIntakeConfiguration().smtpTls(properties, bundles);
        var receiver = new SmtpReceiver(smtp, edge.connections, edge.intake, edge.memory, tls);
        receiver.start();
        running.add(receiver);
    }

    @AfterEach
    void stop() {
        running.forEach(SmtpReceiver::stop);
    }

    @Test
    void a_mail_in_the_clear() throws Exception {
        var ended = swaks("support@shop.example");

        assertThat(ended.code()).as(ended.transcript()).isZero();
        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void a_mail_over_tls_with_a_certificate_that_is_checked() throws Exception {
        var ended = swaks("support+t0ken@SHOP.example", "--tls", "--tls-verify", "--tls-ca-path", file("cert.pem"));

        assertThat(ended.code()).as(ended.transcript()).isZero();
        assertThat(ended.transcript()).contains("TLS started with cipher TLSv1.3");
        assertThat(edge.journal.entries().getFirst().delivery().headers().all("envelope-to"))
                .containsExactly("support+t0ken@SHOP.example");
    }

    @Test
    void a_conversation_sent_at_once_over_tls() throws Exception {
        var ended = swaks("support@shop.example", "--tls", "--pipeline");

        assertThat(ended.code()).as(ended.transcript()).isZero();
        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void nobody() throws Exception {
        var ended = swaks("nobody@shop.example", "--tls");

        assertThat(ended.code()).as(ended.transcript()).isEqualTo(24);
        assertThat(ended.transcript()).contains("550 5.1.1");
    }

    @Test
    void a_mail_that_is_too_large() throws Exception {
        var large = Files.writeString(
                folder.resolve("large"), "x".repeat(70).concat("\n").repeat(20_000));

        var ended = swaks("support@shop.example", "--body", "@" + large);

        assertThat(ended.code()).as(ended.transcript()).isEqualTo(26);
        assertThat(ended.transcript()).contains("552 5.3.4");
        assertThat(edge.journal.entries()).isEmpty();
    }

    @Test
    void a_mail_while_nothing_can_be_stored() throws Exception {
        edge.journal.goAway();

        var ended = swaks("support@shop.example");

        assertThat(ended.code()).as(ended.transcript()).isEqualTo(26);
        assertThat(ended.transcript()).contains("451 4.3.0");
    }

    private Ended swaks(String to, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "swaks",
                "--server",
                "localhost",
                "--port",
                Integer.toString(running.getFirst().port()),
                "--helo",
                "client.example",
                "--from",
                "anna@example.org",
                "--to",
                to,
                "--header",
                "Subject: hello"));
        command.addAll(List.of(more));
        return run(command);
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        var transcript = folder.resolve("transcript");
        var code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(transcript.toFile())
                .start()
                .waitFor();
        return new Ended(code, Files.readString(transcript, StandardCharsets.ISO_8859_1));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
