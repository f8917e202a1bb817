package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.bench.Mutation;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.posted.EmailAttachments;
import io.switchboard.connector.email.tnef.TnefFixture;
import io.switchboard.connector.testkit.GoldenFile;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The golden mails, mutated: whatever comes out is a mail to somebody. The same mutations every time. With
 * {@code -Demail.mutants=<of each>} more of them, with {@code -Demail.noise.corpora=<folder>} also of the mails in a folder.
 */
class NoiseTest {

    private static final int MUTANTS_OF_EACH = Integer.getInteger("email.mutants", 400);

    @Test
    void reads_every_mutant_of_every_golden_mail() throws IOException {
        var mails = mails();
        var mutation = new Mutation(mails, new Random(20260301));

        assertThat(mails).isNotEmpty();
        for (var mail : mails) {
            for (var i = 0; i < MUTANTS_OF_EACH; i++) {
                assertRead(mutation.of(mail));
            }
        }
    }

    private static List<byte[]> mails() throws IOException {
        var mails = new ArrayList<byte[]>();
        for (var file : GoldenFile.list(NoiseTest.class, "deliveries", ".http")) {
            mails.add(HttpRequestFile.read(file).body().bytes());
        }
        mails.add(new TnefFixture()
                .plain("words", StandardCharsets.ISO_8859_1)
                .file("a.pdf", StandardCharsets.ISO_8859_1, new byte[50], new TnefFixture.Properties())
                .mail("application/ms-tnef")
                .getBytes(StandardCharsets.ISO_8859_1));
        var corpora = System.getProperty("email.noise.corpora", "");
        if (!corpora.isEmpty()) {
            try (var files = Files.walk(Path.of(corpora))) {
                for (var file : files.filter(NoiseTest::isMail).sorted().toList()) {
                    mails.add(Files.readAllBytes(file));
                }
            }
        }
        return mails;
    }

    private static boolean isMail(Path file) {
        return file.toString().endsWith(".eml") || file.toString().endsWith(".msg");
    }

    private static void assertRead(byte[] mutant) {
        try {
            var translation = Fixture.translate(mutant);
            assertThat(translation.events().size() + translation.ignored().size())
                    .isPositive();
            translation.events().forEach(event -> assertWhole(event, mutant));
        } catch (MalformedDeliveryException empty) {
            assertThat(Slice.of(mutant).isBlank()).isTrue();
        } catch (RuntimeException | StackOverflowError bug) {
            fail("a mail nobody can read: " + HexFormat.of().formatHex(mutant), bug);
        }
    }

    /** Every announced file can be fetched and has the announced size. */
    private static void assertWhole(InboundEvent event, byte[] mutant) {
        if (event instanceof InboundEvent.MessageReceived received) {
            for (var file : received.message().attachments()) {
                var fetched = new EmailAttachments()
                        .fetch(
                                file.providerMediaId(),
                                Fixture.delivery(mutant),
                                Long.MAX_VALUE,
                                Fixture.connection(),
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
