package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.HookAnswer;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.HookRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Delivers to the business's webhook as Meta does. Every method is one attempt and returns the answer; an unreachable hook
 * is a {@link io.switchboard.sandbox.platforms.wire.NoAnswerException}. Thread-safe.
 */
public final class WhatsAppCaller {

    private static final String CHALLENGE = "1158201444";

    private final WhatsAppNumber number;
    private final WhatsAppSecrets secrets;
    private final SignedHook hook;
    private final HookClient client;
    private final MetaIds ids;
    private final InboundMessages messages;
    private final InboundMedia media;
    private final Clock clock;

    WhatsAppCaller(
            WhatsAppSettings settings,
            SignedHook hook,
            HookClient client,
            MetaIds ids,
            InboundMessages messages,
            InboundMedia media,
            Clock clock) {
        this.number = settings.number();
        this.secrets = settings.secrets();
        this.hook = hook;
        this.client = client;
        this.ids = ids;
        this.messages = messages;
        this.media = media;
        this.clock = clock;
    }

    /** The GET with which a webhook is registered. A good hook answers 200 and the challenge {@value #CHALLENGE}. */
    public HookAnswer handshake() {
        return handshake(secrets.verifyToken());
    }

    public HookAnswer handshake(String verifyToken) {
        var query = "hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
                .formatted(CHALLENGE, URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
        return client.get(URI.create(hook.uri() + "?" + query));
    }

    public HookAnswer post(WhatsAppPayload payload) {
        return client.post(signed(payload));
    }

    /** For deliveries that were changed after signing. */
    public HookAnswer post(HookRequest request) {
        return client.post(request);
    }

    public HookRequest signed(WhatsAppPayload payload) {
        return hook.signed(payload);
    }

    public Posted post(InboundMessage message) {
        var payload = payload(List.of(message));
        return new Posted(message.wamid(), payload, post(payload));
    }

    /** One delivery with all of these messages. */
    public WhatsAppPayload payload(List<InboundMessage> together) {
        return WhatsAppPayload.of(number, List.of(new Change(together, List.of())));
    }

    /**
     * {@code entries} × {@code changesEach} × ({@code messagesEach} texts + {@code statusesEach} statuses) in one delivery.
     * The statuses belong to messages nobody here has sent.
     */
    public WhatsAppPayload batch(int entries, int changesEach, int messagesEach, int statusesEach) {
        return WhatsAppPayload.batch(
                number,
                IntStream.range(0, entries)
                        .mapToObj(entry -> IntStream.range(0, changesEach)
                                .mapToObj(change -> batchChange(messagesEach, statusesEach))
                                .toList())
                        .toList());
    }

    public WhatsAppCustomer customer(WhatsAppPerson person) {
        return new WhatsAppCustomer(person, this);
    }

    public InboundMessages messages() {
        return messages;
    }

    public InboundMedia media() {
        return media;
    }

    private Change batchChange(int messagesEach, int statusesEach) {
        var crowd = IntStream.range(0, messagesEach)
                .mapToObj(i -> messages.text(
                        WhatsAppPerson.withPhone("Customer " + i, "155501002%02d".formatted(i)), "message " + i))
                .toList();
        var names = List.of("sent", "delivered", "read", "failed");
        var statuses = IntStream.range(0, statusesEach)
                .mapToObj(i -> status(names.get(i % names.size()), "155501003%02d".formatted(i)))
                .toList();
        return new Change(crowd, statuses);
    }

    private ObjectNode status(String name, String recipientId) {
        var status = Statuses.plain(ids.wamid(), name, recipientId, clock.instant());
        if (name.equals("failed")) {
            status.putArray("errors").add(GraphError.documented(131026).inStatus());
        }
        return status;
    }
}
