package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferDecodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Base64                 | BASE64
                    base64 (really)        | BASE64
                    BASE-64                | BASE64
                    quoted-printable;      | QUOTED_PRINTABLE
                    quoted printable       | QUOTED_PRINTABLE
                    x-uuencode             | UUENCODE
                    7BIT                   | IDENTITY
                    8-bit                  | IDENTITY
                    ``                     | IDENTITY
                    text/html              | IDENTITY
                    """)
    void reads_whatever_name_is_written(String name, TransferDecoding decoding) {
        var field = new HeaderBlock.Field("Content-Transfer-Encoding", slice(" " + name));

        assertThat(TransferDecoding.of(new HeaderBlock(List.of(field), new Repairs()), new Repairs()))
                .isEqualTo(decoding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a=3Db|a=b", "a=3db|a=b", "soft=~break|softbreak", "blanks  ~next|blanks~next", "end=|end"})
    void decodes_quoted_printable(String encoded, String text) {
        assertSound(TransferDecoding.QUOTED_PRINTABLE, encoded, text);
    }

    @ParameterizedTest
    @CsvSource({"100=zz,100=zz", "price =-5 off,price =-5 off", "a=b=,a=b", "50 = 50,50 = 50"})
    void keeps_an_equals_sign_that_encodes_nothing(String encoded, String text) {
        assertBroken(TransferDecoding.QUOTED_PRINTABLE, encoded, text);
    }

    @Test
    void bears_any_number_of_soft_line_breaks() {
        assertSound(TransferDecoding.QUOTED_PRINTABLE, "=\r\n".repeat(200_000) + "end", "end");
    }

    @ParameterizedTest
    @CsvSource({"SGVsbG8=,Hello", "SGVs~bG8=~,Hello", "SGk=SGk=,HiHi", "SGVsbG8h,Hello!"})
    void decodes_base64(String encoded, String text) {
        assertSound(TransferDecoding.BASE64, encoded, text);
    }

    @ParameterizedTest
    @CsvSource({"SGVsbG8,Hello", "SGV*sbG8=,Hello", "SGVsbG8=~-- ~unsubscribe here: x,Hello", "SGVsbG8hS,Hello!"})
    void decodes_broken_base64_as_far_as_it_goes(String encoded, String text) {
        assertBroken(TransferDecoding.BASE64, encoded, text);
    }

    @Test
    void takes_no_byte_for_a_base64_character_that_is_none() {
        assertBroken(TransferDecoding.BASE64, "SGVs\u00ff\u0000bG8=", "Hello");
    }

    @Test
    void decodes_uuencoded_files() {
        assertSound(TransferDecoding.UUENCODE, "begin 644 a.txt~%2&5L;&\\~`~end~", "Hello");
    }

    @Test
    void decodes_broken_uuencoded_files_as_far_as_they_go() {
        assertBroken(TransferDecoding.UUENCODE, "begin 6~%2&5L;&\\~", "Hello");
        assertBroken(TransferDecoding.UUENCODE, "no beginning", "no beginning");
    }

    private static void assertSound(TransferDecoding decoding, String encoded, String text) {
        assertDecoded(decoding, encoded, text, true);
    }

    private static void assertBroken(TransferDecoding decoding, String encoded, String text) {
        assertDecoded(decoding, encoded, text, false);
    }

    private static void assertDecoded(TransferDecoding decoding, String encoded, String text, boolean sound) {
        var bytes = new ByteArrayOutputStream();

        assertThat(decoding.decode(slice(encoded.replace("~", "\r\n")), bytes::write))
                .as("sound")
                .isEqualTo(sound);
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).isEqualTo(text.replace("~", "\r\n"));
    }

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
