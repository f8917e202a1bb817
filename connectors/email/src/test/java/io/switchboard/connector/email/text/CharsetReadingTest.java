package io.switchboard.connector.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharsetReadingTest {
    @ParameterizedTest
    @MethodSource("samples")
    void finds_the_charset_nobody_declared(String charset, String language, String text) {
        assertThat(read(text, charset, "").text()).as(language).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void does_not_believe_utf_8_that_is_something_else(String charset, String language, String text) {
        var reading = read(text, charset, "utf-8");

        assertThat(reading.text()).as(language).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_what_is_declared_truly(String charset, String language, String text) {
        var reading = read(text, charset, charset);

        assertThat(reading.text()).as(language).isEqualTo(text);
        assertThat(reading.doubt()).as(language).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, iso-8859-1, Добрый день вчера получил заказ и лампа не работает",
        "koi8-r, us-ascii, Добрый день вчера получил заказ и лампа не работает",
        "utf-8, iso-8859-1, Größe",
        "utf-8, windows-1250, Größe für Ölgemälde",
        "iso-2022-jp, us-ascii, ありがとうございます",
        "iso-2022-jp, utf-8, ありがとうございます",
        "utf-16le, utf-8, Hello lamp"
    })
    void does_not_believe_a_name_that_the_bytes_contradict(String charset, String declared, String text) {
        var reading = read(text, charset, declared);

        assertThat(reading.text()).isEqualTo(text);
        assertThat(reading.doubt()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 10 m³ und 20 m³",
        "windows-1252, Grüße",
        "windows-1252, 5 €",
        "windows-1252, «Été» – à 20°",
        "windows-1252, naïve café"
    })
    void does_not_guess_short_texts_wildly(String charset, String text) {
        assertThat(read(text, charset, "").text()).isEqualTo(text);
        assertThat(read(text, charset, "iso-8859-1").text()).isEqualTo(text);
        assertThat(read(text, charset, "iso-8859-1").doubt()).isEmpty();
    }

    @Test
    void reads_marks_and_ascii_under_a_wide_name() {
        assertThat(CharsetReading.of("\ufeffGröße".getBytes(StandardCharsets.UTF_8), "iso-8859-1")
                        .text())
                .isEqualTo("Größe");
        assertThat(CharsetReading.of("Größe".getBytes(StandardCharsets.UTF_16), "")
                        .text())
                .isEqualTo("Größe");
        assertThat(CharsetReading.of("plain".getBytes(StandardCharsets.US_ASCII), "utf-16")
                        .text())
                .isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource({
        "Hi Mom -+Jjo--!, Hi Mom -☺-!",
        "A+ImIDkQ., A≢Α.",
        "1 +- 1, 1 + 1",
        "+2DzefA-, 🉼",
        "broken + sign, broken + sign",
        "+ZeVnLIqe, 日本語"
    })
    void reads_utf_7(String bytes, String text) {
        assertThat(CharsetReading.of(bytes.getBytes(StandardCharsets.US_ASCII), "utf-7")
                        .text())
                .isEqualTo(text);
    }

    @Test
    void takes_the_declaration_of_a_document() {
        var mail = "From: a@b.example\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "<meta http-equiv=3DContent-Type content=3D\"text/html; charset=3Dkoi8-r\"><p>=F0=F2=E9</p>";

        assertThat(Fixture.message(mail).content().getFirst().fallbackText()).isEqualTo("ПРИ");
    }

    @Test
    void reads_raw_headers_as_what_they_are() {
        var subject =
                new String("Не пришла посылка".getBytes(Charset.forName("windows-1251")), StandardCharsets.ISO_8859_1);

        assertThat(Fixture.message("From: a@b.example\nSubject: " + subject + "\n\nplain")
                        .subject())
                .hasValue("Не пришла посылка");
    }

    @Test
    void says_what_it_did() {
        var cyrillic = new String("Не пришла посылка".getBytes(Charset.forName("koi8-r")), StandardCharsets.ISO_8859_1);
        var message = Fixture.message("From: a@b.example\nContent-Type: text/plain; charset=x-odd\n\n" + cyrillic);

        assertThat(message.email().orElseThrow().decodingWarnings())
                .contains("part 1 has unknown charset x-odd, read as koi8-u");
    }

    private static CharsetReading read(String text, String charset, String declared) {
        return CharsetReading.of(text.getBytes(Charsets.named(charset).orElseThrow()), declared);
    }

    /** Every text in every charset in which programs send it. */
    static Stream<Arguments> samples() {
        try (var file = CharsetReadingTest.class.getResourceAsStream("/charsets/samples.txt")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\\|", -1))
                            .flatMap(line -> Arrays.stream(line[0].split(" "))
                                    .map(charset -> Arguments.of(charset, line[1], writable(line[2], charset))))
                            .toList()
                            .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As far as the charset has the characters. */
    private static String writable(String text, String charset) {
        var named = Charset.forName(charset);
        return new String(text.getBytes(named), named);
    }

    @Test
    void believes_gbk_whose_few_bytes_could_be_utf_8_too() {
        var bytes = "Thanks! 谢谢 for the lamp, 谢谢".getBytes(Charset.forName("gbk"));

        assertThat(CharsetReading.of(bytes, "gb2312").text()).isEqualTo("Thanks! 谢谢 for the lamp, 谢谢");
    }
}
