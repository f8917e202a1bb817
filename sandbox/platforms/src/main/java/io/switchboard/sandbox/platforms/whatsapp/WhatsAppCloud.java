package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.HookAttempt;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.LoopbackApi;
import io.switchboard.sandbox.platforms.wire.Redelivery;
import io.switchboard.sandbox.platforms.wire.Route;
import io.switchboard.sandbox.platforms.wire.SimulatedPlatform;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The simulated WhatsApp Cloud API of one business number: accepts sends, keeps media, calls statuses back, fails on
 * request. Closing it ends every socket and thread; statuses still to come are lost.
 */
public final class WhatsAppCloud implements SimulatedPlatform {

    private static final String VERSION = "/v[0-9]+\\.[0-9]+";

    /** The platform's time limit is published nowhere; webhooks are told to answer in well under a second. */
    private static final Duration HOOK_CONNECT = Duration.ofSeconds(2);

    private static final Duration HOOK_TOTAL = Duration.ofSeconds(10);

    private final FaultScript faults = new FaultScript();
    private final HookClient client = new HookClient(HOOK_CONNECT, HOOK_TOTAL);
    private final Redelivery redelivery;
    private final Outbox outbox;
    private final MediaStore media;
    private final LoopbackApi api;
    private final WhatsAppCaller caller;

    private WhatsAppCloud(WhatsAppSettings settings, Clock clock) {
        var ids = new MetaIds(settings.seed());
        var hook = new SignedHook(settings.hook(), settings.secrets().appSecret());
        redelivery = new Redelivery(client, settings.retries(), status -> status == 200);
        var statuses =
                new StatusCallbacks(settings.statuses(), new Statuses(settings.number(), ids), hook, redelivery, clock);
        outbox = new Outbox(ids, statuses);
        media = new MediaStore(ids, clock);
        api = startApi(settings, ids);
        var messages = new InboundMessages(ids, clock);
        var inboundMedia = new InboundMedia(messages, media, api::base);
        caller = new WhatsAppCaller(settings, hook, client, ids, messages, inboundMedia, clock);
    }

    public static WhatsAppCloud start(WhatsAppSettings settings, Clock clock) {
        return new WhatsAppCloud(settings, clock);
    }

    /** In place of {@code https://graph.facebook.com}; the version follows, {@code /v25.0/…}. */
    public URI base() {
        return api.base();
    }

    public WhatsAppCaller caller() {
        return caller;
    }

    public WhatsAppCustomer customer(WhatsAppPerson person) {
        return caller.customer(person);
    }

    /** Accepted messages, oldest first; the last ten thousand. Refused calls are not here. */
    public List<SentMessage> sent() {
        return outbox.sent();
    }

    /** Ids of customers' messages that the business marked as read. */
    public List<String> readMarks() {
        return outbox.readMarks();
    }

    /** Every attempt to call a status back; {@code delivery} is the wamid, a space, the status. */
    public List<HookAttempt> callbacks() {
        return redelivery.attempts();
    }

    public void failNext(Fault fault) {
        failNext(1, fault);
    }

    /** Lets this many of the next sends fail; calls add up in order. Only sends with a good token take a fault. */
    public void failNext(int calls, Fault fault) {
        faults.next(calls, fault);
    }

    public void recover() {
        faults.clear();
    }

    /** A file in the platform's store, as if a customer had sent it. */
    public StoredMedia store(String mimeType, byte[] bytes) {
        return media.add(mimeType, bytes);
    }

    @Override
    public void close() {
        redelivery.close();
        client.close();
        api.close();
    }

    private LoopbackApi startApi(WhatsAppSettings settings, MetaIds ids) {
        try {
            return LoopbackApi.start(settings.port(), routes(settings, ids));
        } catch (IllegalStateException e) {
            redelivery.close();
            client.close();
            throw e;
        }
    }

    private List<Route> routes(WhatsAppSettings settings, MetaIds ids) {
        var number = settings.number();
        var access = new AccessCheck(settings.secrets().accessToken());
        var messages = new MessagesEndpoint(number, access, new SendRules(media), faults, outbox);
        return List.of(
                new Route("POST", VERSION + "/[^/]+/messages", messages),
                new Route(
                        "POST",
                        VERSION + "/" + number.phoneNumberId() + "/media",
                        new UploadEndpoint(access, media, ids)),
                new Route("GET", VERSION + "/[^/]+", new NodeEndpoint(number, access, media, ids)),
                new Route("GET", MediaStore.DOWNLOAD_PATH, new DownloadEndpoint(access, media)),
                new Route(
                        Route.ANY,
                        "/.*",
                        request -> GraphError.unknownObject(
                                        request.getMethod().getName().toLowerCase(Locale.ROOT), request.getUrl())
                                .response(ids.trace())));
    }
}
