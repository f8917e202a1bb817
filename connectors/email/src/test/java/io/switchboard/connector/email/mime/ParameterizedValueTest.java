package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterizedValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    attachment; filename="a b.pdf"                                   | a b.pdf
                    attachment; filename=a b.pdf                                     | a b.pdf
                    attachment; filename = "a.pdf" ; x=y                             | a.pdf
                    attachment;; ;filename=a.pdf;                                    | a.pdf
                    attachment; FileName="semi;colon.pdf"                            | semi;colon.pdf
                    attachment; filename="quote\\".pdf"                              | quote".pdf
                    attachment; filename="C:\\temp\\a.pdf"                           | C:\\temp\\a.pdf
                    attachment; filename="never closed.pdf                           | never closed.pdf
                    attachment; filename=first.pdf; filename=second.pdf              | first.pdf
                    attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf                | résumé.pdf
                    attachment; filename*="iso-8859-1'fr'%e9t%e9.pdf"                | été.pdf
                    attachment; filename="ete.pdf"; filename*=utf-8''%C3%A9t%C3%A9.pdf | été.pdf
                    attachment; filename*0="one "; filename*1="two"                  | one two
                    attachment; filename*1="two"; filename*0="one "                  | one two
                    attachment; filename*0*=utf-8''%E2%9D; filename*1*=%84; filename*2=.txt | ❄.txt
                    attachment; filename*=utf-8''100%25%zz%                          | 100%%zz%
                    attachment; filename="=?utf-8?Q?=E2=9D=84.txt?="                 | ❄.txt
                    attachment; filename*0*=utf-8''%E2%9; filename*1*=D%84.txt       | ❄.txt
                    attachment; filename="the "best" offer.pdf"                      | the "best" offer.pdf
                    attachment; filename="the "best" offer.pdf"; size=3              | the "best" offer.pdf
                    attachment; filename="a.pdf" size=3                              | a.pdf
                    attachment; filename="a.pdf" name="b.pdf"                        | a.pdf
                    attachment; filename="a.pdf" (my "own" file)                     | a.pdf
                    attachment; filename="a"b.pdf                                    | a
                    attachment filename="a.pdf"                                      | a.pdf
                    attachment, filename="a.pdf"                                     | a.pdf
                    attachment; filename="%E2%9D%84%20a.txt"                         | ❄ a.txt
                    attachment; filename="100%25.txt"                                | 100%25.txt
                    attachment; filename="%E4.txt"                                   | %E4.txt
                    attachment; filename*0="=?utf-8?Q?=E2=9D=84"; filename*1=".txt?=" | ❄.txt
                    """)
    void reads_file_names_however_they_are_written(String header, String name) {
        assertThat(ParameterizedValue.parse(header).text("filename")).hasValue(name);
    }

    @Test
    void keeps_what_machines_compare_as_it_came() {
        var type = ParameterizedValue.parse("Multipart/Mixed (a comment); boundary=\"=?utf-8?Q?x?=\"");

        assertThat(type.value()).isEqualTo("multipart/mixed");
        assertThat(type.token("boundary")).hasValue("=?utf-8?Q?x?=");
    }

    @Test
    void has_no_blank_parameters() {
        var disposition = ParameterizedValue.parse("attachment; filename=\"\"; name= ; =x; y");

        assertThat(disposition.text("filename")).isEmpty();
        assertThat(disposition.token("name")).isEmpty();
        assertThat(disposition.token("y")).isEmpty();
    }
}
