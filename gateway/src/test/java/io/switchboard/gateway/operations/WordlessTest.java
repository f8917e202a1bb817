package io.switchboard.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessTest {

    @Test
    void keeps_classes_and_places_and_no_words() {
        var cause = new NumberFormatException("For input string: \"sam@customer.example\"");
        var bug = new IllegalStateException("cannot read sam@customer.example", cause);

        assertThat(printed(bug))
                .contains("java.lang.IllegalStateException", "java.lang.NumberFormatException")
                .contains("at " + WordlessTest.class.getName())
                .doesNotContain("sam", "cannot read");
    }

    @Test
    void ends_where_causes_go_round_in_a_circle() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalArgumentException("inner", outer));

        assertThat(printed(outer)).containsOnlyOnce("java.lang.IllegalArgumentException");
    }

    private static String printed(Throwable bug) {
        var printed = new StringWriter();
        Wordless.of(bug).printStackTrace(new PrintWriter(printed, true));
        return printed.toString();
    }
}
