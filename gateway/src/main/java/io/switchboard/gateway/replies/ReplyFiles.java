package io.switchboard.gateway.replies;

import io.switchboard.canonical.ReplyCommand.ReplyFile;
import io.switchboard.connector.Body;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.gateway.journal.BlobStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files that replies carry. */
@Component
public class ReplyFiles {

    private final BlobStore blobs;

    ReplyFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Keeps a file for a reply to come; the same bytes have the same reference. */
    public String keep(Body content) throws IOException {
        return blobs.put(content);
    }

    /** @throws MissingException when the hub does not have one of them */
    List<OutboundMessage.File> read(List<ReplyFile> wanted) throws MissingException, IOException {
        var files = new ArrayList<OutboundMessage.File>();
        for (var file : wanted) {
            files.add(new OutboundMessage.File(file.fileName(), file.contentType(), content(file), file.contentId()));
        }
        return files;
    }

    private Body content(ReplyFile file) throws MissingException, IOException {
        try {
            return blobs.get(file.reference());
        } catch (NoSuchFileException missing) {
            throw new MissingException(missing);
        }
    }

    /** A command refers to a file nobody brought here. */
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1L;

        MissingException(NoSuchFileException cause) {
            super("a file of the reply is not here", cause);
        }
    }
}
