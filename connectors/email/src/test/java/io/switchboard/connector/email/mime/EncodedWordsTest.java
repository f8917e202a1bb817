package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    plain text                              | plain text
                    =?utf-8?Q?Gr=C3=BC=C3=9Fe?=             | Grüße
                    =?UTF-8?b?R3LDvMOfZQ==?=                | Grüße
                    =?iso-8859-1?q?caf=e9_au_lait?=         | café au lait
                    =?iso-8859-15?Q?5_=A4?=                 | 5 €
                    =?windows-1251?Q?=CF=F0=E8=E2=E5=F2?=   | Привет
                    =?koi8-r?B?8NLJ18XU?=                   | Привет
                    =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=      | テスト
                    =?ks_c_5601-1987?B?vsiz5w==?=           | 안녕
                    =?gb2312?B?xOO6ww==?=                   | 你好
                    =?utf-8*en?Q?language_tag?=             | language tag
                    a =?utf-8?Q?b?= c                       | a b c
                    """)
    void decodes_every_charset_and_encoding(String raw, String text) {
        assertThat(EncodedWords.decode(raw)).isEqualTo(text);
    }

    @Test
    void drops_blanks_between_encoded_words_and_keeps_those_beside_text() {
        assertThat(EncodedWords.decode("=?utf-8?Q?one?=   =?utf-8?Q?two?= three =?utf-8?Q?four?="))
                .isEqualTo("onetwo three four");
    }

    @Test
    void joins_a_character_cut_in_half_by_two_words() {
        assertThat(EncodedWords.decode("=?utf-8?B?4p0=?= =?utf-8?B?hA==?=")).isEqualTo("❄");
        assertThat(EncodedWords.decode("=?utf-8?Q?=E2=9D?= =?utf-8?Q?=84?=")).isEqualTo("❄");
    }

    @Test
    void does_not_join_across_charsets() {
        assertThat(EncodedWords.decode("=?iso-8859-1?Q?=E4?= =?utf-8?Q?=C3=A4?="))
                .isEqualTo("ää");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    =?utf-8?Q?blanks inside a word?=      | blanks inside a word
                    x=?utf-8?Q?within?=y                  | xwithiny
                    =?utf-8?B?R3LDvMOfZQ?=                | Grüße
                    =?utf-8?Q?never closed                | never closed
                    =?utf-8?Q?one =?utf-8?Q?two?=         | one two
                    =?utf-8?Q?100=25_=ZZ?=                | 100% =ZZ
                    =?no-such-charset?Q?Gr=C3=BC=C3=9Fe?= | Grüße
                    =?utf-8?Q?caf=E9?=                    | café
                    """)
    void reads_broken_words_as_far_as_they_go(String raw, String text) {
        assertThat(EncodedWords.decode(raw)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"=?", "=??=", "=?utf-8?=", "=?utf-8?X?abc?=", "=?utf-8?Q", "1 =? 2", "=? utf-8?Q?a?="})
    void leaves_alone_what_is_no_encoded_word(String raw) {
        assertThat(EncodedWords.decode(raw)).isEqualTo(raw);
    }
}
