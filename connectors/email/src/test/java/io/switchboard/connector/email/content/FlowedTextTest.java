package io.switchboard.connector.email.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTextTest {

    @Test
    void joins_lines_that_end_with_a_blank() {
        assertThat(FlowedText.unfold("one \ntwo \nthree\nfour", false)).isEqualTo("one two three\nfour");
    }

    @Test
    void drops_the_blank_where_it_was_added() {
        assertThat(FlowedText.unfold("Donau \ndampfschiff", true)).isEqualTo("Donaudampfschiff");
    }

    @Test
    void joins_only_within_one_quote_depth() {
        assertThat(FlowedText.unfold(">> a \n>> b\n> c \nd", false)).isEqualTo(">> a b\n> c \nd");
    }

    @Test
    void leaves_the_signature_separator_alone() {
        assertThat(FlowedText.unfold("end\n-- \nAnn", false)).isEqualTo("end\n-- \nAnn");
    }

    @Test
    void takes_off_the_blank_that_was_stuffed_in_front() {
        assertThat(FlowedText.unfold(" >not a quote\n  two", false)).isEqualTo(">not a quote\n two");
    }
}
