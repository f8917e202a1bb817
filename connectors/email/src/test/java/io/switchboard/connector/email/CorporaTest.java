package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.switchboard.connector.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
