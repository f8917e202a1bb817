package io.switchboard.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the helpdesk core asks for on the topic {@code replies} or by {@code POST /api/replies}: text and parts, or a reaction, or a
 * read mark; in a conversation that exists, or in one that it begins.
 *
 * @param commandId the core's own id of the command, 1 to 200 characters, none a control character; the same again has no second effect
 * @param threadId the conversation to answer in, and the record's key; absent when this begins one
 * @param start begins a conversation instead
 * @param author who wrote it: an agent unless a {@code rule} or a {@code bot} is named; theirs are marked as automatic where the channel can,
 *     limited per customer and day, and never sent in answer to a machine
 * @param text shorthand for one text part before all others; reads as that part
 * @param parts what to say; media parts point at {@code files} by index
 * @param files what goes along; the HTML of a part may show one by {@code cid:} and its content id
 * @param subject for channels that have one; otherwise the conversation's
 * @param inReplyTo the message to quote, where the channel can
 */
public record ReplyCommand(
        String commandId,
        Optional<ThreadId> threadId,
        Optional<Start> start,
        Optional<AuthorKind> author,
        Optional<String> text,
        List<Part> parts,
        List<ReplyFile> files,
        Optional<String> subject,
        Optional<MessageId> inReplyTo,
        Optional<Reaction> reaction,
        Optional<MarkRead> markRead) {

    private static final int LONGEST_ID = 200;
    private static final Set<AuthorKind> WRITERS = Set.of(AuthorKind.AGENT, AuthorKind.RULE, AuthorKind.BOT);

    public ReplyCommand {
        if (commandId.isBlank() || commandId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("commandId is not 1 to " + LONGEST_ID + " characters long");
        }
        if (commandId.codePoints().anyMatch(ReplyCommand::cannotBeStored)) {
            throw new IllegalArgumentException("commandId has a control character or half a character");
        }
        if (threadId.isPresent() == start.isPresent()) {
            throw new IllegalArgumentException("a reply has either threadId or start");
        }
        if (author.filter(kind -> !WRITERS.contains(kind)).isPresent()) {
            throw new IllegalArgumentException("author is none of agent, rule and bot");
        }
        files = List.copyOf(files);
        parts = allParts(text, parts, files.size());
        text = Optional.empty();
        var asks = (parts.isEmpty() ? 0 : 1) + (reaction.isPresent() ? 1 : 0) + (markRead.isPresent() ? 1 : 0);
        if (start.isPresent() && (reaction.isPresent() || markRead.isPresent())) {
            throw new IllegalArgumentException("a conversation begins with text or parts");
        }
        if (asks != 1) {
            throw new IllegalArgumentException(
                    "a reply has text and parts, or reaction, or markRead; " + asks + " of them were found");
        }
    }

    /** Whether no person wrote it. */
    public boolean isAutomatic() {
        return author.filter(kind -> kind != AuthorKind.AGENT).isPresent();
    }

    private static boolean cannotBeStored(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static List<Part> allParts(Optional<String> text, List<Part> parts, int files) {
        var all = new ArrayList<Part>();
        text.map(Part.Text::new).ifPresent(all::add);
        all.addAll(parts);
        for (var part : all) {
            if (part instanceof Part.Media media && (media.attachment() < 0 || media.attachment() >= files)) {
                throw new IllegalArgumentException(
                        "a media part points at file " + media.attachment() + " of " + files);
            }
            if (part instanceof Part.Text words && words.text().isBlank()) {
                throw new IllegalArgumentException("text is blank");
            }
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "ReplyCommand[" + commandId + "]";
    }

    /**
     * The beginning of a conversation, or a message of one passed on to somebody else: its answers are a conversation of their own.
     *
     * @param connection the connection to write from, as in hook addresses: {@code email/support}
     * @param to at least one address, in the channel's form
     * @param cc further addresses that get a copy
     * @param forwards the message that is passed on, if that is what it is
     */
    public record Start(String connection, List<Addressee> to, List<Addressee> cc, Optional<MessageId> forwards) {

        private static final int MOST = 50;

        public Start {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("start names nobody to write to");
            }
            if (to.size() + cc.size() > MOST) {
                throw new IllegalArgumentException("start names more than " + MOST + " addresses");
            }
        }

        /** Everybody it goes to. */
        public List<Addressee> all() {
            return Stream.concat(to.stream(), cc.stream()).toList();
        }

        @Override
        public String toString() {
            return "Start[" + connection + "]";
        }
    }

    /**
     * A file that the hub has.
     *
     * @param reference what {@code POST /api/files} answered, or the {@code storageReference} of an attachment
     * @param fileName as the customer shall see it
     * @param contentType media type (RFC 6838)
     * @param contentId RFC 2392 id without angle brackets, by which HTML shows it
     */
    public record ReplyFile(String reference, String fileName, String contentType, Optional<String> contentId) {

        public ReplyFile {
            if (!reference.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("the reference of a file is not 64 hex digits");
            }
            if (!contentType.matches("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}")) {
                throw new IllegalArgumentException("the contentType of a file is not a media type");
            }
        }

        @Override
        public String toString() {
            return "ReplyFile[" + contentType + "]";
        }
    }

    /**
     * Somebody to write to.
     *
     * @param address in the channel's form, such as an e-mail address
     * @param name as it is shown beside the address
     */
    public record Addressee(String address, Optional<String> name) {

        public Addressee {
            if (address.isBlank()) {
                throw new IllegalArgumentException("address is blank");
            }
        }

        @Override
        public String toString() {
            return "Addressee[***]";
        }
    }

    /**
     * A reaction of the merchant to one message.
     *
     * @param messageId the message reacted to
     * @param emoji absent takes the reaction back
     */
    public record Reaction(MessageId messageId, Optional<String> emoji) {

        @Override
        public String toString() {
            return "Reaction[" + messageId + "]";
        }
    }

    /**
     * Tells the customer that a message was read.
     *
     * @param messageId the message that was read
     */
    public record MarkRead(MessageId messageId) {}
}
