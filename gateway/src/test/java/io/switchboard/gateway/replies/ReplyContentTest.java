package io.switchboard.gateway.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long text is cut where people would cut it, and nothing of it is lost. */
class ReplyContentTest {

    @Test
    void short_text_stays_whole() {
        assertThat(ReplyContent.split("Hello.", 4096)).containsExactly("Hello.");
    }

    @Test
    void text_is_cut_between_sentences() {
        assertThat(ReplyContent.split("The first sentence is here. The second one follows.", 40))
                .containsExactly("The first sentence is here.", "The second one follows.");
    }

    @Test
    void a_word_too_long_is_cut_but_no_character_is() {
        var smileys = "\uD83D\uDE00".repeat(30);

        var pieces = ReplyContent.split(smileys, 7);

        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.length()).isLessThanOrEqualTo(7);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
        });
        assertThat(String.join("", pieces)).isEqualTo(smileys);
    }

    @Test
    void every_letter_arrives_whatever_the_text() {
        var random = new Random(42);
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(400); i >= 0; i--) {
                text.append("ab. \n\uD83D\uDE00é".charAt(random.nextInt(8)));
            }
            var whole = text.toString().replaceAll("[\uD800-\uDFFF]", "x").strip();

            var pieces = ReplyContent.split(whole, 1 + random.nextInt(60));

            assertThat(String.join("", pieces).replaceAll("\\s", "")).isEqualTo(whole.replaceAll("\\s", ""));
        }
    }
}
