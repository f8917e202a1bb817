package io.switchboard.sandbox.infrastructure;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one running server to one folder. The operating system takes it back when the JVM dies. */
final class FolderLock implements AutoCloseable {

    /** POSIX drops a process's locks on a file when it closes any handle of it, so this JVM must not open one twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final String FILE = "in-use.lock";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for a service and creates it when it is missing.
     *
     * @throws StartRefusedException when another server, in this JVM or another one, is using it
     */
    static FolderLock take(Path folder, String service) throws IOException {
        Files.createDirectories(folder);
        return tryTake(folder)
                .orElseThrow(() -> new StartRefusedException(
                        "%s: folder %s is in use by another running server; stop that one or choose another folder"
                                .formatted(service, folder)));
    }

    /** Empty when another server is using the folder. */
    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        try {
            FolderLock lock = new FolderLock(real, FileChannel.open(real.resolve(FILE), CREATE, WRITE));
            if (lock.channel.tryLock() != null) {
                return Optional.of(lock);
            }
            lock.close();
            return Optional.empty();
        } catch (IOException e) {
            HELD_HERE.remove(real);
            throw e;
        }
    }

    /** Whether a server has used the folder, now or once. */
    static boolean wasTaken(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** The folder by its real, absolute path. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
