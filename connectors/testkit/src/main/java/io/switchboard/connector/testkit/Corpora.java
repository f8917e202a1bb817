package io.switchboard.connector.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Inputs that nobody here wrote. They lie outside the repository; a test that needs them is skipped, visibly, without. */
public final class Corpora {

    private static final String PROPERTY = "switchboard.corpora";

    private Corpora() {}

    /** The folder of one corpus; aborts the calling test when it is not there. */
    public static Path folder(String name) {
        var root = System.getProperty(PROPERTY, "");
        Assumptions.assumeFalse(root.isBlank(), "no corpora: -D" + PROPERTY + " names no folder");
        var folder = Path.of(root, name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus " + name + " in the folder of -D" + PROPERTY);
        return folder;
    }
}
