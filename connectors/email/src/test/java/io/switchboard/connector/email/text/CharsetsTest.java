package io.switchboard.connector.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.mime.HeaderText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    @ParameterizedTest
    @CsvSource({
        "UTF8, utf-8",
        "'\"utf-8\"', utf-8",
        "iso-8859-1, windows-1252",
        "x-sjis, windows-31j",
        "KS_C_5601-1987, x-windows-949",
        "gb2312, gb18030",
        "cp-1250, windows-1250",
        "iso-8859-8-i, iso-8859-8",
        "x-mac-roman, x-macroman",
        "eucgb2312_cn, gb18030",
        "big5_tw, big5-hkscs",
        "iso88592, iso-8859-2",
        "iso-8859-6-e, iso-8859-6",
        "8859-1, windows-1252",
        "l1, windows-1252",
        "cp819, windows-1252",
        "latin5, windows-1254",
        "latin-9, iso-8859-15",
        "win-1251, windows-1251",
        "x-cp1250, windows-1250",
        "windows_1252, windows-1252",
        "1251, windows-1251",
        "cp65001, utf-8",
        "cp936, gb18030",
        "uhc, x-windows-949",
        "euckr, x-windows-949",
        "x-mac-ce, x-maccentraleurope",
        "utf_8, utf-8",
        "cp850, cp850",
        "cp-850, cp850",
        "ks_c_5601, x-windows-949",
        "utf-16le, utf-16le"
    })
    void knows_the_names_that_programs_use(String label, String charset) {
        assertThat(Charsets.named(label)).hasValue(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x-unknown", "8bit", "utf-8; format=flowed", "ü", "a b\u0000"})
    void does_not_know_the_rest(String label) {
        assertThat(Charsets.named(label)).isEmpty();
    }

    @Test
    void guesses_utf_8_before_windows_1252() {
        assertThat(Charsets.decode("5 € für Öl".getBytes(StandardCharsets.UTF_8), "x-unknown"))
                .isEqualTo("5 € für Öl");
        assertThat(Charsets.decode("5 € für Öl".getBytes(Charset.forName("windows-1252")), ""))
                .isEqualTo("5 € für Öl");
    }

    @Test
    void does_not_believe_ascii_that_has_eight_bits() {
        assertThat(Charsets.decode("Öl".getBytes(StandardCharsets.UTF_8), "us-ascii"))
                .isEqualTo("Öl");
    }

    @Test
    void does_not_believe_utf_8_that_has_no_sound_character() {
        assertThat(Charsets.decode("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), "utf-8"))
                .isEqualTo("café");
    }

    @Test
    void keeps_utf_8_that_is_damaged_in_one_place() {
        var bytes = "Größe ❄".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = ' ';

        assertThat(Charsets.decode(bytes, "utf-8")).startsWith("Größe \uFFFD");
    }

    @Test
    void reads_seven_bits_that_shift_in_a_header() {
        assertThat(HeaderText.decode("Re: \u001b$B%F%9%H\u001b(B", "")).isEqualTo("Re: テスト");
    }

    @Test
    void takes_the_charset_of_the_body_for_raw_header_bytes() {
        var raw = "Привет".getBytes(Charset.forName("koi8-r"));

        assertThat(HeaderText.decode(new String(raw, StandardCharsets.ISO_8859_1), "koi8-r"))
                .isEqualTo("Привет");
    }
}
