package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file with what a test expects, under {@code src/test/resources} of the test's module. With {@code -Dgolden.accept} it is
 * written instead of compared; a person reads the diff.
 */
public final class GoldenFile {

    private static final String ACCEPT = "golden.accept";

    private final Path source;

    private GoldenFile(Path source) {
        this.source = source;
    }

    /** @param path below {@code src/test/resources}, such as {@code deliveries/text.json} */
    public static GoldenFile of(Class<?> test, String path) {
        return new GoldenFile(resources(test).resolve(path));
    }

    /** The files with this ending in a folder below {@code src/test/resources}, by name; none when there is no such folder. */
    public static List<Path> list(Class<?> test, String folder, String ending) {
        var path = resources(test).resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails when the file says something else, or is not there. */
    public void verify(String actual) {
        if (isAccepting()) {
            write(actual);
        } else if (Files.exists(source)) {
            assertThat(actual)
                    .as("%s (accept with -D%s)", source.getFileName(), ACCEPT)
                    .isEqualTo(read());
        } else {
            fail("%s is missing; write it with -D%s and read the diff", source.getFileName(), ACCEPT);
        }
    }

    private static boolean isAccepting() {
        return !System.getProperty(ACCEPT, "false").equals("false");
    }

    private String read() {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(source.resolveSibling("."));
            Files.writeString(source, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Found from where the test's classes are, so that the working directory does not matter. */
    private static Path resources(Class<?> test) {
        try {
            var classes = Path.of(
                    test.getProtectionDomain().getCodeSource().getLocation().toURI());
            return classes.resolve("../../src/test/resources").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("class path entry is no address", impossible);
        }
    }
}
