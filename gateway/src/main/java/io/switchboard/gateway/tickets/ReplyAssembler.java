package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.AttachmentState;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageAuthor;
import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageRecipient;
import io.switchboard.canonical.OutboundResult;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.Visibility;
import io.switchboard.gateway.journal.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what became of a reply of ours. */
final class ReplyAssembler {

    private ReplyAssembler() {}

    static Message message(Fact fact, Report.ReplyProgress reply, Assignment assignment, Surface surface) {
        var origin = fact.origin();
        return new Message(
                reply.message(),
                assignment.thread(),
                fact.connectionId(),
                fact.tenant(),
                reply.nativeIds().stream().findFirst(),
                1,
                assignment.seq(),
                Direction.OUTBOUND,
                new MessageAuthor(
                        reply.author().orElse(AuthorKind.AGENT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                surface.channel(),
                surface,
                Visibility.PRIVATE,
                reply.at(),
                Precision.MILLISECONDS,
                origin.receivedAt(),
                origin.recordedAt(),
                assignment.late(),
                reply.content(),
                EventAssembler.plain(reply.content()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                reply.subject(),
                addressees(reply),
                Optional.empty(),
                MessageContext.NONE,
                attachments(reply),
                reply.start().flatMap(ReplyCommand.Start::forwards).isPresent()
                        ? Set.of(MessageFlag.FORWARDED)
                        : Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventAssembler.rawReference(fact),
                Map.of());
    }

    private static List<MessageRecipient> addressees(Report.ReplyProgress reply) {
        return reply.start()
                .map(start -> Stream.concat(
                                start.to().stream().map(to -> addressee(RecipientRole.TO, to)),
                                start.cc().stream().map(cc -> addressee(RecipientRole.CC, cc)))
                        .toList())
                .orElse(List.of());
    }

    private static MessageRecipient addressee(RecipientRole role, ReplyCommand.Addressee addressee) {
        return new MessageRecipient(role, Optional.empty(), Optional.of(addressee.address()), addressee.name());
    }

    /** A file of ours is stored from the start. */
    private static List<Attachment> attachments(Report.ReplyProgress reply) {
        return IntStream.range(0, reply.files().size())
                .mapToObj(i -> attachment(
                        AttachmentId.of(reply.message(), i), reply.files().get(i)))
                .toList();
    }

    private static Attachment attachment(AttachmentId id, ReplyCommand.ReplyFile file) {
        return new Attachment(
                id,
                kind(file.contentType()),
                AttachmentState.STORED,
                Optional.of(file.fileName()),
                Optional.of(file.contentType()),
                Optional.empty(),
                Optional.of(file.reference()),
                file.contentId().isPresent(),
                file.contentId(),
                Optional.empty(),
                Optional.of(file.reference()));
    }

    private static MediaKind kind(String contentType) {
        return switch (contentType.substring(0, contentType.indexOf('/')).toLowerCase(Locale.ROOT)) {
            case "image" -> MediaKind.IMAGE;
            case "video" -> MediaKind.VIDEO;
            case "audio" -> MediaKind.AUDIO;
            default -> MediaKind.FILE;
        };
    }

    static OutboundResult result(Report.ReplyProgress reply) {
        return new OutboundResult(
                reply.commandId(), reply.outcome(), reply.attempt(), reply.failure(), reply.nextAttemptAt());
    }
}
