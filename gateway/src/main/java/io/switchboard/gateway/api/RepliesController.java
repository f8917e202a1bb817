package io.switchboard.gateway.api;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.replies.ReplyDesk;
import io.switchboard.gateway.replies.ReplyDesk.UnknownThreadException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP twin of the topic {@code replies}. */
@RestController
class RepliesController {

    private final ReplyDesk desk;

    RepliesController(ReplyDesk desk) {
        this.desk = desk;
    }

    /**
     * @param threadId the conversation it belongs to; of one that it begins, the new one's
     * @param messageId the id the reply has on {@code tickets}
     */
    record Taken(String commandId, ThreadId threadId, MessageId messageId, boolean repeated) {}

    @PostMapping(
            path = "/api/replies",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(@RequestBody byte[] json) throws UnknownThreadException {
        var command = CanonicalJson.read(json, ReplyCommand.class);
        var taken = desk.take(command);
        var answer = new Taken(command.commandId(), taken.thread(), taken.message(), !taken.isNew());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.write(answer));
    }
}
