package io.switchboard.sandbox.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.desk.contract.Body.ThreadPlace;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.Message.Match;
import io.switchboard.sandbox.desk.contract.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small words of the page. */
class ViewTest {

    private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
    private final Times times = new Times(Clock.fixed(NOW, ZoneId.of("UTC")), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T11:59:30Z, now",
        "2026-03-07T12:00:20Z, now",
        "2026-03-07T11:15:00Z, 45 m",
        "2026-03-07T09:00:00Z, 3 h",
        "2026-03-05T09:00:00Z, 2 d",
        "2026-02-20T09:00:00Z, Fri 20 Feb",
        "2025-02-20T09:00:00Z, 20 Feb 2025"
    })
    void says_how_long_ago(Instant at, String shown) {
        assertThat(times.ago(at).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T12:00:00Z, yesterday 13:00",
        "2026-03-07T22:59:00Z, today 23:59",
        "2026-03-07T23:00:00Z, tomorrow 00:00",
        "2026-03-09T11:00:00Z, Mon 9 Mar 12:00"
    })
    void names_a_moment_as_somebody_at_the_desk_would(Instant at, String shown) {
        assertThat(times.moment(at).shown()).isEqualTo(shown);
    }

    @Test
    void tells_the_exact_time_beside_the_short_one() {
        assertThat(times.ago(NOW).exact()).isEqualTo("Saturday 7 March 2026, 13:00:00 CET");
    }

    @Test
    void reads_the_same_while_only_time_passes() {
        assertThat(new Stamp("2026-03-07T12:00:00Z", "now", "x"))
                .isEqualTo(new Stamp("2026-03-07T12:00:00Z", "5 m", "x"))
                .isNotEqualTo(new Stamp("2026-03-07T12:00:01Z", "now", "x"));
    }

    @Test
    void makes_links_of_web_addresses_and_of_nothing_else() {
        assertThat(Linked.of("see https://a.example/b?c=1. or javascript:alert(1)")
                        .runs())
                .containsExactly(
                        new Linked.Run("see ", false),
                        new Linked.Run("https://a.example/b?c=1", true),
                        new Linked.Run(". or javascript:alert(1)", false));
    }

    @Test
    void ends_a_link_where_a_quote_or_bracket_begins() {
        assertThat(Linked.of("https://a.example/\"onmouseover=alert(1) <https://b.example/>")
                        .runs())
                .filteredOn(Linked.Run::link)
                .extracting(Linked.Run::text)
                .containsExactly("https://a.example/", "https://b.example/");
    }

    @Test
    void shows_of_a_mail_what_was_written_now_once_and_folds_the_rest() {
        var message = mail("Broken.\n\nOn Monday Bob wrote:\n> On its way.", Optional.of("Broken."));

        var pieces = Pieces.of(message);

        assertThat(pieces).singleElement().isInstanceOfSatisfying(Piece.Prose.class, prose -> {
            assertThat(text(prose.head())).isEqualTo("Broken.");
            assertThat(text(prose.rest())).isEqualTo("\n\nOn Monday Bob wrote:\n> On its way.");
        });
    }

    @Test
    void shows_the_text_of_a_mail_and_not_the_same_as_html_again() {
        assertThat(Pieces.of(mail("Broken.", Optional.empty())))
                .singleElement()
                .isInstanceOfSatisfying(
                        Piece.Prose.class,
                        prose -> assertThat(text(prose.head())).isEqualTo("Broken."));
    }

    private static String text(Linked linked) {
        return linked.runs().stream().map(Linked.Run::text).collect(Collectors.joining());
    }

    private static Message mail(String text, Optional<String> written) {
        return new Message(
                Optional.empty(),
                Optional.empty(),
                1,
                "inbound",
                Optional.empty(),
                "public",
                Optional.empty(),
                "exact",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Part.Text(text), new Part.Html(text)),
                text,
                written,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void folds_a_long_text_and_keeps_every_character() {
        var prose = (Piece.Prose) Pieces.prose("word ".repeat(400) + "🎉");

        assertThat(prose.head().runs().getFirst().text()).hasSizeLessThanOrEqualTo(900);
        assertThat(prose.head().runs().getFirst().text()
                        + prose.rest().runs().getFirst().text())
                .isEqualTo("word ".repeat(400) + "🎉");
    }

    @Test
    void folds_a_text_without_spaces_between_two_characters() {
        var prose = (Piece.Prose) Pieces.prose("🎉".repeat(1_000));

        assertThat(Character.isHighSurrogate(
                        prose.head().runs().getFirst().text().charAt(899)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉", "🎉🎉", "👍🏽", "👩‍👩‍👧", "❤️🎉"})
    void shows_a_few_emoji_large(String text) {
        assertThat(((Piece.Prose) Pieces.prose(text)).large()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "ok 🎉", "🎉🎉🎉🎉🎉", "1042"})
    void shows_anything_else_in_its_size(String text) {
        assertThat(((Piece.Prose) Pieces.prose(text)).large()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "own_key, 1.0, 'The platform names this conversation, certain'",
        "related_key, 0.95, 'Another known name of the same conversation or customer, nearly certain, 0.95'",
        "subject_and_sender, 0.5, 'Subject and sender, likely, 0.50'",
        "guess, 0.2, 'Guess, a guess, 0.20'"
    })
    void says_why_a_message_is_in_its_thread(String rule, double confidence, String words) {
        assertThat(MatchWords.of(new Match(rule, confidence))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, whatsapp, WhatsApp, on WhatsApp",
        "email, email, E-mail, by e-mail",
        "shopify, commerce, Shopify, on Shopify",
        "pigeon, pigeon_post, Pigeon post, on Pigeon post"
    })
    void names_a_channel(String connector, String channel, String name, String by) {
        var look = Look.of(new ThreadPlace("1", connector, channel, ""));

        assertThat(look.name()).isEqualTo(name);
        assertThat(look.by()).isEqualTo(by);
    }

    @Test
    void keeps_a_filter_in_the_address_and_escapes_what_was_typed() {
        assertThat(Filter.of("orders", "e-mail", "a&b {c} \"d\"").on("/threads/1"))
                .isEqualTo("/threads/1?view=orders&channel=e-mail&q=a%26b%20%7Bc%7D%20%22d%22");
        assertThat(Filter.of("", "", " ").on("/")).isEqualTo("/");
        assertThat(Filter.of("nonsense", "", "").tab()).isEqualTo(Filter.Tab.CONVERSATIONS);
    }
}
