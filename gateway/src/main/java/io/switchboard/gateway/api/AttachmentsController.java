package io.switchboard.gateway.api;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.gateway.media.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of messages. A stranger's file is handed out as a download, never shown as a page of ours. */
@RestController
class AttachmentsController {

    private final Files files;

    AttachmentsController(Files files) {
        this.files = files;
    }

    @GetMapping("/api/attachments/{id}")
    ResponseEntity<byte[]> content(@PathVariable String id) throws NotFoundException, IOException {
        var file = find(id);
        var content = files.content(file)
                .orElseThrow(() -> new NotFoundException("the file is not stored, its state is "
                        + file.state().name().toLowerCase(Locale.ROOT)));
        var disposition = ContentDisposition.attachment()
                .filename(file.fileName().orElse("attachment"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content.bytes());
    }

    private Attachment find(String id) throws NotFoundException {
        try {
            return files.find(AttachmentId.parse(id))
                    .orElseThrow(() -> new NotFoundException("there is no attachment " + id));
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException("an attachment id is a UUID");
        }
    }
}
