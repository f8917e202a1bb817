package io.switchboard.canonical.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of this module, found from where its classes are; written instead of compared with {@code -Dgolden.accept}. */
final class ContractFiles {

    private ContractFiles() {}

    static Path module() {
        try {
            var classes = Path.of(ContractFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("class path entry is no address", impossible);
        }
    }

    static Path schemas() {
        return module().resolve("src/main/resources/schema");
    }

    static Path golden() {
        return module().resolve("src/test/resources/golden/v1");
    }

    static boolean isAccepting() {
        return !System.getProperty("golden.accept", "false").equals("false");
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
