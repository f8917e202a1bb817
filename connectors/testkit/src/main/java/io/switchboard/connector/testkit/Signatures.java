package io.switchboard.connector.testkit;

import io.switchboard.connector.Delivery;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A header that proves who sent a delivery, spoilt. */
record Signatures(Delivery signed, String header) {

    String value() {
        return signed.headers()
                .first(header)
                .orElseThrow(() -> new AssertionError("the signer sets no header " + header));
    }

    Delivery missing() {
        return Deliveries.withoutHeader(signed, header);
    }

    Stream<Delivery> truncated() {
        return IntStream.range(0, value().length()).mapToObj(length -> with(value().substring(0, length)));
    }

    /** One character another; the last two excepted, where base64 may leave bits unused. */
    Stream<Delivery> altered() {
        var value = value();
        return IntStream.range(0, Math.max(1, value.length() - 2)).mapToObj(at -> {
            var changed = new StringBuilder(value);
            changed.setCharAt(at, value.charAt(at) == '0' ? '1' : '0');
            return with(changed.toString());
        });
    }

    /** Neither hex nor base64 nor of the right length. */
    Stream<Delivery> nonsense() {
        var end = Math.max(value().indexOf('='), value().indexOf(' ')) + 1;
        var prefix = end < value().length() ? value().substring(0, end) : "";
        return Stream.concat(
                        Stream.of("", " ", "=", "\u0000", "not a signature", "\ud83d\ude00", "0".repeat(10_000)),
                        Stream.of(
                                        "",
                                        "zz".repeat(32),
                                        "!".repeat(44),
                                        "=".repeat(44),
                                        "0",
                                        "é".repeat(32),
                                        "0".repeat(10_000))
                                .map(prefix::concat))
                .map(this::with);
    }

    List<Delivery> spoilt() {
        return Stream.of(Stream.of(missing()), truncated(), altered(), nonsense())
                .flatMap(deliveries -> deliveries)
                .toList();
    }

    private Delivery with(String value) {
        return Deliveries.withHeader(signed, header, value);
    }
}
