package io.switchboard.gateway.replies;

import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.replies.ReplyDesk.UnknownThreadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads commands from the topic {@code replies}. */
@Component
public class ReplyCommands {

    private static final Logger log = LoggerFactory.getLogger(ReplyCommands.class);

    private final ReplyDesk desk;

    ReplyCommands(ReplyDesk desk) {
        this.desk = desk;
    }

    /**
     * @throws InvalidCommandException when nobody could ever carry it out
     */
    public void take(byte[] json) throws InvalidCommandException {
        try {
            var command = CanonicalJson.read(json, ReplyCommand.class);
            var taken = desk.take(command);
            log.atInfo()
                    .addKeyValue("message", taken.message())
                    .addKeyValue("new", taken.isNew())
                    .log("reply command taken");
        } catch (CanonicalJson.UnreadableException | IllegalArgumentException | UnknownThreadException invalid) {
            throw new InvalidCommandException(String.valueOf(invalid.getMessage()));
        }
    }

    /** A command that is not one, or names what does not exist. */
    public static final class InvalidCommandException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidCommandException(String message) {
            super(message);
        }
    }
}
