package io.switchboard.gateway.journal;

import io.switchboard.connector.Body;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Claim Check: bytes by their SHA-256, on a file system; durable when {@link #put} returns. */
@Component
public final class BlobStore {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    BlobStore(JournalProperties properties) {
        this.folder = properties.blobs();
    }

    /** @return the reference to {@link #get} it by */
    public String put(Body body) throws IOException {
        var reference = body.sha256();
        var file = file(reference);
        if (Files.exists(file)) {
            return reference;
        }
        Files.createDirectories(file.getParent());
        var part = Files.createTempFile(file.getParent(), reference.substring(0, 8), ".part");
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = java.nio.ByteBuffer.wrap(body.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return reference;
    }

    public Body get(String reference) throws IOException {
        return Body.of(Files.readAllBytes(file(reference)));
    }

    private Path file(String reference) {
        if (!SHA256.matcher(reference).matches()) {
            throw new IllegalArgumentException("a blob reference is 64 hex digits");
        }
        return folder.resolve(reference.substring(0, 2)).resolve(reference);
    }
}
