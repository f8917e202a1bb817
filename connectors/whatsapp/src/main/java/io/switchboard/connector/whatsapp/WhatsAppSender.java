package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.Part;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.meta.GraphClient;
import java.util.Optional;
import java.util.function.Function;

/** Answers customers: one WhatsApp message per call, a file uploaded first and sent by its id. */
final class WhatsAppSender implements MessageSender {

    /** Fields of the return address. */
    static final String PHONE_NUMBER_ID = "phone_number_id";

    static final String TO = "to";
    static final String RECIPIENT = "recipient";
    static final String GROUP = "group";
    static final String MESSAGE_ID = "message_id";

    private final HttpPort http;

    WhatsAppSender(HttpPort http) {
        this.http = http;
    }

    @Override
    public SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets) {
        var graph = GraphClient.of(http, connection, secrets);
        if (graph.isEmpty()) {
            return new SendOutcome.Refused(
                    new Failure("not_connected", "The connection has no access token or no valid graph_url."),
                    Optional.of(BlockedReason.TOKEN_INVALID));
        }
        var number = message.to().fields().getOrDefault(PHONE_NUMBER_ID, connection.account());
        var endpoint = new NumberEndpoint(graph.get(), number);
        return switch (message.content()) {
            case OutboundMessage.MarkRead read -> endpoint.markRead(read.target());
            case OutboundMessage.React react ->
                addressed(
                        message,
                        body -> endpoint.post(
                                body.reaction(react.target(), react.emoji().orElse(""))));
            case OutboundMessage.Reply reply ->
                addressed(
                        message,
                        body -> reply(reply, message, body.answering(reply.inReplyTo()), endpoint, connection));
        };
    }

    private static SendOutcome addressed(OutboundMessage message, Function<MessageBody, SendOutcome> sending) {
        return MessageBody.addressed(message)
                .map(sending)
                .orElse(SendOutcome.refused("no_recipient", "The conversation names nobody to answer."));
    }

    private static SendOutcome reply(
            OutboundMessage.Reply reply,
            OutboundMessage message,
            MessageBody body,
            NumberEndpoint endpoint,
            ConnectionRef connection) {
        return SinglePart.of(reply.parts())
                .map(single -> part(single, message, body, endpoint, connection))
                .orElse(SendOutcome.refused(
                        "several_parts", "WhatsApp takes one thing per message: a text, or a file with its caption."));
    }

    private static SendOutcome part(
            SinglePart single,
            OutboundMessage message,
            MessageBody body,
            NumberEndpoint endpoint,
            ConnectionRef connection) {
        return switch (single.part()) {
            case Part.Text text -> endpoint.post(body.text(text));
            case Part.Media media -> file(media, single.caption(), message, body, endpoint);
            case Part.Location location -> endpoint.post(body.location(location));
            case Part.Template template -> endpoint.post(body.template(template));
            case Part.Interactive interactive -> endpoint.post(body.interactive(interactive, listButton(connection)));
            case Part.Html _, Part.ContactCard _, Part.Product _, Part.Order _ -> notSupported(single.part());
            case Part.Postback _, Part.FormResponse _, Part.Calendar _ -> notSupported(single.part());
            case Part.SystemNotice _, Part.Unsupported _ -> notSupported(single.part());
        };
    }

    private static SendOutcome file(
            Part.Media media,
            Optional<String> caption,
            OutboundMessage message,
            MessageBody body,
            NumberEndpoint endpoint) {
        if (media.attachment() >= message.files().size()) {
            return SendOutcome.refused("no_file", "The message names a file that did not come with it.");
        }
        var file = message.files().get(media.attachment());
        return switch (endpoint.upload(file)) {
            case NumberEndpoint.Uploaded uploaded ->
                endpoint.post(body.media(media.media(), uploaded.mediaId(), caption, file.fileName()));
            case NumberEndpoint.NotUploaded failed -> failed.outcome();
        };
    }

    private static String listButton(ConnectionRef connection) {
        var setting = WhatsAppConnector.LIST_BUTTON;
        return connection
                .setting(setting.name())
                .filter(label -> !label.isBlank())
                .orElse(setting.fallback());
    }

    private static SendOutcome notSupported(Part part) {
        return SendOutcome.refused(
                "not_supported", "WhatsApp cannot send this: " + part.getClass().getSimpleName() + ".");
    }
}
