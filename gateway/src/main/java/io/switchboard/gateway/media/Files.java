package io.switchboard.gateway.media;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.connector.Body;
import io.switchboard.gateway.journal.BlobStore;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What others may know about files. */
@Component
public class Files {

    private final MediaStore store;
    private final BlobStore blobs;

    Files(MediaStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    public Optional<Attachment> find(AttachmentId id) {
        return store.find(id);
    }

    /** @return empty while, or because, the file is not stored */
    public Optional<Body> content(Attachment file) throws IOException {
        var reference = file.storageReference();
        return reference.isEmpty() ? Optional.empty() : Optional.of(blobs.get(reference.get()));
    }
}
