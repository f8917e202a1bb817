package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of one service that is deleted when the test JVM ends, or by the next test JVM if this one is killed. */
record ScratchFolder(Path path) {

    /** Stops what a killed JVM left running on its folder. */
    interface LeftoverStop {
        void stop(Path folder) throws IOException;
    }

    /** Not the one that {@code Files.createTempDirectory(prefix)} uses: the build sets the property in a running JVM. */
    static Path parent() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** A new folder below {@code java.io.tmpdir}, which the build points at {@code target/}. */
    static ScratchFolder create(String service, LeftoverStop leftover) throws IOException {
        String prefix = "infrastructure-" + service + "-";
        for (Path folder : onceTaken(prefix)) {
            var abandoned = FolderLock.tryTake(folder);
            if (abandoned.isPresent()) {
                discard(abandoned.get(), leftover);
            }
        }
        return new ScratchFolder(Files.createTempDirectory(parent(), prefix));
    }

    void deleteAtExit(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close.run();
            try {
                FileTree.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private static List<Path> onceTaken(String prefix) throws IOException {
        List<Path> taken = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent(), prefix + "*")) {
            folders.forEach(taken::add);
        }
        taken.removeIf(folder -> !FolderLock.wasTaken(folder));
        return taken;
    }

    private static void discard(FolderLock abandoned, LeftoverStop leftover) throws IOException {
        try (abandoned) {
            leftover.stop(abandoned.folder());
            FileTree.delete(abandoned.folder());
        }
    }
}
