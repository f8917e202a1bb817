package io.switchboard.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.DeliveryId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class DeliveryTest {

    @Property
    void reads_back_whatever_was_encoded(@ForAll @NotEmpty String name, @ForAll String value) {
        Assume.that(isWellFormed(name) && isWellFormed(value));
        var target = "/hooks/x?first=1&" + encoded(name + "!") + "=" + encoded(value) + "&last=2";

        assertThat(delivery(target).queryParameter(name + "!")).contains(value);
    }

    @Property
    void never_throws_whatever_the_target(@ForAll String target, @ForAll @AlphaChars String name) {
        assertThat(delivery("/?" + target).queryParameter(name)).isNotNull();
        assertThat(delivery(target).queryParameter(name)).isNotNull();
    }

    @Example
    void takes_the_first_of_several_and_knows_flags_from_absence() {
        var delivery = delivery("/x?a=1&a=2&flag&empty=&hub.mode=subscribe&eq=a=b&plus=a+b");

        assertThat(delivery.queryParameter("a")).contains("1");
        assertThat(delivery.queryParameter("flag")).contains("");
        assertThat(delivery.queryParameter("empty")).contains("");
        assertThat(delivery.queryParameter("hub.mode")).contains("subscribe");
        assertThat(delivery.queryParameter("eq")).contains("a=b");
        assertThat(delivery.queryParameter("plus")).contains("a b");
        assertThat(delivery.queryParameter("absent")).isEmpty();
        assertThat(delivery("/x").queryParameter("a")).isEmpty();
    }

    @Example
    void leaves_what_is_not_encoded_as_it_is() {
        assertThat(delivery("/x?a=100%&b=%zz").queryParameter("a")).contains("100%");
        assertThat(delivery("/x?a=100%&b=%zz").queryParameter("b")).contains("%zz");
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Delivery delivery(String target) {
        return new Delivery(new DeliveryId(new UUID(1, 2)), Instant.EPOCH, "GET", target, Headers.NONE, Body.EMPTY);
    }
}
