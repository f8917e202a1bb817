package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Failure;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.meta.GraphAnswer;
import io.switchboard.connector.meta.GraphClient;
import io.switchboard.connector.payload.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /{phone_number_id}/messages} and {@code /{phone_number_id}/media}: one call each, and what its answer means.
 *
 * <p>WhatsApp has no idempotency key, so a call whose end nobody knows is never reported as worth repeating. An upload is:
 * it reaches no customer.
 */
final class NumberEndpoint {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final GraphClient graph;
    private final String number;

    NumberEndpoint(GraphClient graph, String number) {
        this.graph = graph;
        this.number = number;
    }

    SendOutcome post(Map<String, Object> message) {
        return call(message, answer -> {
            var ids = answer.list("messages").stream()
                    .map(sent -> Words.require(sent, "id"))
                    .toList();
            return ids.isEmpty()
                    ? new SendOutcome.Unconfirmed("the answer names no message")
                    : new SendOutcome.Accepted(ids);
        });
    }

    SendOutcome markRead(String messageId) {
        var body = Map.<String, Object>of("messaging_product", "whatsapp", "status", "read", "message_id", messageId);
        return call(
                body,
                answer -> answer.flag("success")
                        ? new SendOutcome.Accepted(List.of())
                        : new SendOutcome.Unconfirmed("the answer does not say success"));
    }

    private SendOutcome call(Map<String, Object> body, Reader reader) {
        try {
            return switch (graph.post(body, number, "messages")) {
                case GraphAnswer.Success success -> reader.read(success.body());
                case GraphAnswer.Failure failure -> WhatsAppErrors.outcome(failure);
                case GraphAnswer.Unreadable unreadable -> unreadable(unreadable);
            };
        } catch (MalformedDeliveryException unexpected) {
            return new SendOutcome.Unconfirmed("the answer is not as documented: " + unexpected.getMessage());
        } catch (NotSentException notSent) {
            return new SendOutcome.Deferred(SOON, new Failure("unreached", "WhatsApp could not be reached."));
        } catch (IOException unknown) {
            return new SendOutcome.Unconfirmed(
                    "no answer: " + unknown.getClass().getSimpleName());
        }
    }

    /** Whoever answered may have passed the message on first, unless it says that the request itself was not wanted. */
    private static SendOutcome unreadable(GraphAnswer.Unreadable answer) {
        var failure = new Failure("http_" + answer.status(), "Something other than WhatsApp answered.");
        if (answer.status() == 429) {
            return new SendOutcome.Deferred(answer.retryAfter().orElse(SOON), failure);
        }
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408
                ? new SendOutcome.Refused(failure, Optional.empty())
                : new SendOutcome.Unconfirmed("unreadable answer with status " + answer.status());
    }

    Upload upload(OutboundMessage.File file) {
        try {
            var fields = Map.of("messaging_product", "whatsapp", "type", file.contentType());
            return switch (graph.upload(fields, file, number, "media")) {
                case GraphAnswer.Success success -> new Uploaded(Words.require(success.body(), "id"));
                case GraphAnswer.Failure failure -> new NotUploaded(WhatsAppErrors.outcome(failure));
                case GraphAnswer.Unreadable unreadable ->
                    unreadable(unreadable) instanceof SendOutcome.Refused refused
                            ? new NotUploaded(refused)
                            : later(unreadable.retryAfter().orElse(SOON));
            };
        } catch (MalformedDeliveryException | IOException unknown) {
            return later(SOON);
        }
    }

    private static Upload later(Duration wait) {
        return new NotUploaded(new SendOutcome.Deferred(
                wait, new Failure("upload_failed", "The file could not be uploaded to WhatsApp.")));
    }

    /** What became of an upload. */
    sealed interface Upload {}

    record Uploaded(String mediaId) implements Upload {}

    record NotUploaded(SendOutcome outcome) implements Upload {}

    /** Finds in a good answer what was accepted. */
    private interface Reader {
        SendOutcome read(Payload answer);
    }
}
