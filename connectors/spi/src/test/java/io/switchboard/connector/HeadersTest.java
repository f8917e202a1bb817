package io.switchboard.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class HeadersTest {

    @Property
    void finds_a_name_in_any_case(@ForAll @AlphaChars @NotEmpty String name, @ForAll List<String> values) {
        var headers = Headers.of(Map.of(name, values));

        assertThat(headers.all(name.toUpperCase(Locale.ROOT))).isEqualTo(values);
        assertThat(headers.all(name.toLowerCase(Locale.ROOT))).isEqualTo(values);
        assertThat(headers.first(name)).isEqualTo(values.stream().findFirst());
    }

    @Property
    void is_the_same_however_names_are_written(@ForAll @AlphaChars @NotEmpty String name, @ForAll String value) {
        var upper = Headers.ofSingle(Map.of(name.toUpperCase(Locale.ROOT), value));
        var lower = Headers.ofSingle(Map.of(name.toLowerCase(Locale.ROOT), value));

        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
    }

    @Example
    void joins_spellings_of_one_name_in_order_of_arrival() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("X-Hub", List.of("1", "2"));
        fields.put("Other", List.of("o"));
        fields.put("x-hub", List.of("3"));

        var headers = Headers.of(fields);

        assertThat(headers.all("X-HUB")).containsExactly("1", "2", "3");
        assertThat(headers.asMap().keySet()).containsExactly("x-hub", "other");
    }

    @Example
    void prints_names_and_no_values() {
        assertThat(Headers.ofSingle(Map.of("Authorization", "Bearer canary"))).hasToString("Headers[authorization]");
    }

    @Example
    void lets_nobody_change_it() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("a", List.of("1"));
        var headers = Headers.of(fields);
        fields.put("b", List.of("2"));

        assertThat(headers.asMap()).containsOnlyKeys("a").isUnmodifiable();
    }
}
