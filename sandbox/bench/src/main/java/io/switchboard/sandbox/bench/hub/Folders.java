package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;

/** What runs leave behind. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with all that is in it, except what is kept and the folders that hold it; does nothing where there is none.
     *
     * @param kept asked for every file and every folder that is empty by then
     */
    public static void delete(Path folder, Predicate<Path> kept) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                if ((!Files.isDirectory(path) || isEmpty(path)) && !kept.test(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var within = Files.list(folder)) {
            return within.findAny().isEmpty();
        }
    }
}
