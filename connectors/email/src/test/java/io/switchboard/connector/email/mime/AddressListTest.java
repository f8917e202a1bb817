package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressListTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ann@mail.example                                     | -/ann@mail.example
                    Ann Lee <ann@mail.example>                           | Ann Lee/ann@mail.example
                    "Lee, Ann" <ann@mail.example>, bo@mail.example       | Lee, Ann/ann@mail.example; -/bo@mail.example
                    "Ann \\"A\\" Lee" <ann@mail.example>                 | Ann "A" Lee/ann@mail.example
                    ann@mail.example (Ann Lee)                           | Ann Lee/ann@mail.example
                    Ann (at work) <ann@mail.example>                     | Ann (at work)/ann@mail.example
                    Ann(a \\) b) <ann(x)@mail.example(y)>                | Ann(a \\) b)/ann@mail.example
                    Team: ann@mail.example, Bo <bo@mail.example>;        | -/ann@mail.example; Bo/bo@mail.example
                    undisclosed-recipients:;                             | ``
                    <@relay.example:ann@mail.example>                    | -/ann@mail.example
                    =?utf-8?Q?J=C3=BCrgen,_Bo?= <j@mail.example>         | Jürgen, Bo/j@mail.example
                    "=?utf-8?Q?J=C3=BCrgen?=" <j@mail.example>           | Jürgen/j@mail.example
                    "ann lee"@mail.example                               | -/"ann lee"@mail.example
                    "ann lee"@mail.example, bo@mail.example              | -/"ann lee"@mail.example; -/bo@mail.example
                    "/G=Ann/C=DE/"@x400.example                          | -//G=Ann/C=DE/@x400.example
                    ann@mail.example (Ann \\(at work\\))                 | Ann (at work)/ann@mail.example
                    """)
    void reads_addresses_as_the_standard_writes_them(String header, String expected) {
        assertThat(read(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Lee, Ann <ann@mail.example>                          | Lee, Ann/ann@mail.example
                    'Ann Lee' <ann@mail.example>                         | Ann Lee/ann@mail.example
                    ann@mail.example =?utf-8?q?=2C?= =?utf-8?q?B=C3=B6?= <bo@mail.example> | -/ann@mail.example; Bö/bo@mail.example
                    T: Ann <ann@mail.example> =?utf-8?q?=3B?=            | Ann/ann@mail.example
                    =?utf-8?q?L=C3=A9e?= =?utf-8?q?=2C?= =?utf-8?q?Ann?= <ann@mail.example> | Lée, Ann/ann@mail.example
                    "Ann <ann@mail.example>                              | Ann/ann@mail.example
                    Ann <ann@mail.example                                | Ann/ann@mail.example
                    Ann <<ann@mail.example>>                             | Ann/ann@mail.example
                    Ann (open <ann@mail.example>                         | Ann (open/ann@mail.example
                    <mailto:ann@mail.example>                            | -/ann@mail.example
                    mailto:ann@mail.example                              | -/ann@mail.example
                    ann@mail.example bo@mail.example                     | -/ann@mail.example; -/bo@mail.example
                    Ann <ann@mail.example> Bo <bo@mail.example>          | Ann/ann@mail.example; Bo/bo@mail.example
                    ann@mail.example;bo@mail.example                     | -/ann@mail.example; -/bo@mail.example
                    Ann <ann @mail.example>                              | Ann/ann@mail.example
                    Ann Lee                                              | Ann Lee/-
                    <MAILER-DAEMON>                                      | MAILER-DAEMON/-
                    =?utf-8?Q?Ann_=3Cann=40mail=2Eexample=3E?=           | Ann/ann@mail.example
                    a@@b, @, <>, <@>, ann@                               | -/a@@b
                    jörg@bücher.example                                  | -/jörg@bücher.example
                    """)
    void reads_what_people_send_instead(String header, String expected) {
        assertThat(read(header)).isEqualTo(expected);
    }

    @Test
    void survives_thousands_of_encoded_words() {
        var header = "=?utf-8?Q?Na=C3=AFve_Person?= <someone@mail.example>, ".repeat(2_500);

        assertThat(AddressList.parse(header)).hasSize(AddressList.MAX_MAILBOXES);
    }

    @ParameterizedTest
    @CsvSource(value = {"<", "(", "'\"'", "',x'", "':'", "'=?'", "'<,'", "'\\'", "'((('", "'<>'"})
    void takes_time_in_proportion_to_the_length(String piece) {
        assertThat(AddressList.parse(piece.repeat(60_000 / piece.length()))).isNotNull();
    }

    private static String read(String header) {
        return AddressList.parse(header).stream()
                .map(mailbox ->
                        mailbox.name().orElse("-") + "/" + mailbox.address().orElse("-"))
                .collect(Collectors.joining("; "));
    }
}
