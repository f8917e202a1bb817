package io.switchboard.gateway.api;

import io.switchboard.connector.Body;
import io.switchboard.gateway.replies.ReplyFiles;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files for replies to come. A command names them by what this answers. */
@RestController
class FilesController {

    private static final int MOST = 25 * 1024 * 1024;

    private final ReplyFiles files;

    FilesController(ReplyFiles files) {
        this.files = files;
    }

    /** @param reference for {@code files[].reference} of a reply */
    record Kept(String reference, long size) {}

    @PostMapping(path = "/api/files", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Kept keep(@RequestBody byte[] content) throws IOException {
        if (content.length > MOST) {
            throw new IllegalArgumentException(
                    "the file has " + content.length + " bytes, at most " + MOST + " are kept");
        }
        return new Kept(files.keep(Body.of(content)), content.length);
    }
}
