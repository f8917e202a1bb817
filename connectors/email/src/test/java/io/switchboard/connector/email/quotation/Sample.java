package io.switchboard.connector.email.quotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text of a sample file. Each begins with a line "%% name".
 *
 * @param text without the line end at its end
 */
record Sample(String name, String text) {

    private static final String HEAD = "%% ";

    static List<Sample> of(String file) {
        return Stream.of(("\n" + content(file)).split("\n" + HEAD, -1))
                .filter(block -> !block.isBlank())
                .map(block -> block.split("\n", 2))
                .map(block -> new Sample(block[0], block[1].stripTrailing()))
                .toList();
    }

    static List<String> lines(String file) {
        return content(file).lines().toList();
    }

    private static String content(String file) {
        try (var stream = Sample.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
