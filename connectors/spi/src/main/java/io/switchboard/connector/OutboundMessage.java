package io.switchboard.connector;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import java.util.List;
import java.util.Optional;

/**
 * One thing to send, already cut and degraded to what the connector declared it can do.
 *
 * @param messageId ours, known before the platform is called; where the platform can carry it back, it must
 * @param threadToken names the conversation to us and to nobody else, signed; 42 letters and digits that survive a change of case. A channel
 *     that brings back what we send, such as a Message-ID, should carry it
 * @param files what {@link Part.Media} parts of a reply point at by index
 */
public record OutboundMessage(
        MessageId messageId, ReturnAddress to, Content content, List<File> files, Optional<String> threadToken) {

    public OutboundMessage {
        files = List.copyOf(files);
    }

    public OutboundMessage(MessageId messageId, ReturnAddress to, Content content, List<File> files) {
        this(messageId, to, content, files, Optional.empty());
    }

    @Override
    public String toString() {
        return "OutboundMessage[" + messageId + "]";
    }

    /** What is sent. */
    public sealed interface Content {}

    /**
     * An agent's answer, or one that no person wrote.
     *
     * @param inReplyTo native id of the message answered
     * @param references native ids of the conversation, oldest first, for channels that thread by them
     * @param automatic whether a rule answers, not a person; a channel that can say so to other machines must (RFC 3834)
     */
    public record Reply(
            List<Part> parts,
            Optional<String> subject,
            Optional<String> inReplyTo,
            List<String> references,
            boolean automatic)
            implements Content {
        public Reply {
            parts = List.copyOf(parts);
            references = List.copyOf(references);
        }

        /** What a person wrote. */
        public Reply(List<Part> parts, Optional<String> subject, Optional<String> inReplyTo, List<String> references) {
            this(parts, subject, inReplyTo, references, false);
        }

        /** The same, said to be automatic. */
        public Reply byRule() {
            return new Reply(parts, subject, inReplyTo, references, true);
        }

        public static Reply text(String text) {
            return new Reply(List.of(new Part.Text(text)), Optional.empty(), Optional.empty(), List.of());
        }

        @Override
        public String toString() {
            return "Reply[" + parts.size() + " parts]";
        }
    }

    /**
     * A reaction to a message.
     *
     * @param emoji empty takes the reaction back
     */
    public record React(String target, Optional<String> emoji) implements Content {}

    /** Tells the customer that a message was read. */
    public record MarkRead(String target) implements Content {}

    /**
     * A file to send.
     *
     * @param contentId RFC 2392 id without angle brackets, by which HTML of the reply shows the file ({@code cid:}); absent beside it
     */
    public record File(String fileName, String contentType, Body content, Optional<String> contentId) {

        /** A file that stands beside the text. */
        public File(String fileName, String contentType, Body content) {
            this(fileName, contentType, content, Optional.empty());
        }

        @Override
        public String toString() {
            return "File[" + contentType + ", " + content.size() + " bytes]";
        }
    }
}
