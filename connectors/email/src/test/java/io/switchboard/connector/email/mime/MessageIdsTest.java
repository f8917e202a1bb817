package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void takes_ids_out_of_their_brackets() {
        assertThat(MessageIds.all("<a@b> <c@d>,<e@f>")).containsExactly("a@b", "c@d", "e@f");
    }

    @Test
    void skips_phrases_and_comments_around_them() {
        assertThat(MessageIds.all("Your message of \"Monday\" <a@b> (c@d)")).containsExactly("a@b");
    }

    @Test
    void takes_ids_without_brackets_when_there_are_no_others() {
        assertThat(MessageIds.all("a@b c@d, e@f;")).containsExactly("a@b", "c@d", "e@f");
        assertThat(MessageIds.all("no id here")).isEmpty();
    }

    @Test
    void repairs_folded_and_unclosed_ids() {
        assertThat(MessageIds.all("<a b\t@c")).containsExactly("ab@c");
        assertThat(MessageIds.all("<a@b <c@d>")).containsExactly("a@b", "c@d");
    }

    @Test
    void names_a_mail_also_by_something_without_at_sign() {
        assertThat(MessageIds.own("<1234>")).hasValue("1234");
        assertThat(MessageIds.own("1234")).hasValue("1234");
        assertThat(MessageIds.own("<>")).isEmpty();
        assertThat(MessageIds.own(" ")).isEmpty();
    }

    @Test
    void shortens_an_id_no_index_would_take_the_same_way_everywhere() {
        var endless = "x".repeat(5_000) + "@b";

        assertThat(MessageIds.own("<" + endless + ">").orElseThrow())
                .hasSizeLessThan(100)
                .endsWith("@overlong");
        assertThat(MessageIds.all("<a@b> <" + endless + ">").getLast())
                .isEqualTo(MessageIds.own(endless).orElseThrow());
    }
}
