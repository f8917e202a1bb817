package io.switchboard.sandbox.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system that can be filled up: one file takes what is left, and is deleted in the end. */
final class SmallDisk implements AutoCloseable {

    private static final long MOST = 1L << 30;

    private final Path filler;

    private SmallDisk(Path filler) {
        this.filler = filler;
    }

    /** @throws IOException when the folder is on a file system of 1 GiB or more, which somebody else may need */
    static SmallDisk of(Path folder) throws IOException {
        var size = Files.getFileStore(folder).getTotalSpace();
        if (size >= MOST) {
            throw new IOException(
                    "%s is on a file system of %d MiB, one of less than 1024 MiB was expected: mount one there, such as a tmpfs"
                            .formatted(folder, size >> 20));
        }
        return new SmallDisk(folder.resolve("filler"));
    }

    /** @return how many bytes it took, at least 0 */
    long fill() {
        var took = 0L;
        for (var piece = 1 << 20; piece > 0; piece >>= 4) {
            var zeros = new byte[piece];
            while (append(zeros)) {
                took += piece;
            }
        }
        return took;
    }

    private boolean append(byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(filler);
    }
}
