package io.switchboard.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeterministicIdsTest {

    private static final TenantId TENANT = new TenantId("demo");
    private static final ConnectionId CONNECTION = ConnectionId.of(TENANT, "whatsapp", "106540352242922");

    /** Computed with another implementation of RFC 9562; a change would orphan everything ever published. */
    @Example
    void keeps_the_ids_of_all_time() {
        var thread = ThreadId.of(TENANT, CONNECTION, new ThreadKey("dm:106540352242922:15550100"));
        var identity = IdentityId.of(TENANT, IdentityKey.global("phone", "15550100"));
        var event = EventId.of(TENANT, CONNECTION, EventKey.of("message.received", "wamid.1"));

        assertThat(CONNECTION).hasToString("2ee19a47-b1ed-54a0-b067-cabfe194fcd1");
        assertThat(thread).hasToString("11a9357e-7571-583b-b9f8-d25f5700ca0a");
        assertThat(MessageId.of(TENANT, CONNECTION, "wamid.1")).hasToString("90a5a302-8143-56a3-b52c-0547d2385409");
        assertThat(identity).hasToString("a33f66fa-a7d6-50cc-b41b-b8f05508a11e");
        assertThat(event).hasToString("16e75861-0c02-5d00-8e66-055dc800fc5f");
    }

    @Property
    void gives_the_same_id_for_the_same_parts(@ForAll("parts") List<String> parts) {
        assertThat(id(parts)).isEqualTo(id(List.copyOf(parts)));
        assertThat(id(parts).version()).isEqualTo(5);
        assertThat(id(parts).variant()).isEqualTo(2);
    }

    /** Whatever separators, escapes and halves of characters a platform's id may hold. */
    @Property(tries = 20_000)
    void gives_different_ids_for_different_parts(
            @ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
        Assume.that(!normalised(one).equals(normalised(other)));

        assertThat(id(one)).isNotEqualTo(id(other));
    }

    @Example
    void is_not_misled_by_an_injected_separator() {
        assertThat(MessageId.of(TENANT, CONNECTION, "a\u001fb"))
                .isNotEqualTo(MessageId.of(TENANT, CONNECTION, "a", "b"));
        assertThat(id(List.of("a\u001f", "b"))).isNotEqualTo(id(List.of("a", "\u001fb")));
        assertThat(id(List.of("\ud83d"))).isNotEqualTo(id(List.of("\ud83e"))).isNotEqualTo(id(List.of("?")));
    }

    @Example
    void takes_the_two_spellings_of_a_character_for_one() {
        assertThat(id(List.of("caf\u00e9"))).isEqualTo(id(List.of("cafe\u0301")));
    }

    @Property(tries = 20_000)
    void writes_different_keys_differently(
            @ForAll("part") String subject,
            @ForAll("part") String discriminator,
            @ForAll("part") String otherSubject,
            @ForAll("part") String otherDiscriminator) {
        Assume.that(!subject.isBlank() && !otherSubject.isBlank());
        var one = new EventKey("k", subject, discriminator);
        var other = new EventKey("k", otherSubject, otherDiscriminator);

        assertThat(one.asString().equals(other.asString())).isEqualTo(one.equals(other));
        assertThat(one.asString()).doesNotContain("\u0000");
    }

    @Property
    void reads_back_the_ids_it_wrote(@ForAll("parts") List<String> parts) {
        var message = new MessageId(id(parts));

        assertThat(MessageId.parse(message.toString())).isEqualTo(message);
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return part().list().ofMinSize(1).ofMaxSize(4);
    }

    /** Few characters, so that two lists meet often: letters, what separates, escapes and spells, half pairs and what replaces them. */
    @Provide
    Arbitrary<String> part() {
        return Arbitraries.of(
                        "a", "0", "1", "f", "\u001f", "\u001b", "\u0000", "?", "\ufffd", "\ud83d", "\ude00", "e",
                        "\u0301", "001f")
                .list()
                .ofMaxSize(4)
                .map(characters -> String.join("", characters));
    }

    private static UUID id(List<String> parts) {
        return NameBasedUuid.of(parts.toArray(String[]::new));
    }

    private static List<String> normalised(List<String> parts) {
        return parts.stream()
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFC))
                .toList();
    }
}
