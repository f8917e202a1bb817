package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.wire.HookAttempt;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.LoopbackApi;
import io.switchboard.sandbox.platforms.wire.Redelivery;
import io.switchboard.sandbox.platforms.wire.Route;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import io.switchboard.sandbox.platforms.wire.SimulatedPlatform;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The simulated shop: its Admin API for look-ups, and the caller of its webhooks. Closing ends every socket and thread. */
public final class ShopifyShop implements SimulatedPlatform {

    private static final String ADMIN = "/admin/api/[0-9a-z-]+";
    private static final Duration HOOK_CONNECT = Duration.ofSeconds(1);
    private static final Duration HOOK_TOTAL = Duration.ofSeconds(5);

    private final HookClient client = new HookClient(HOOK_CONNECT, HOOK_TOTAL);
    private final Redelivery redelivery;
    private final DemoCatalogue catalogue;
    private final ShopGate gate;
    private final LoopbackApi api;
    private final ShopifyCaller caller;

    private ShopifyShop(ShopifySettings settings, Clock clock) {
        redelivery = new Redelivery(client, settings.retries(), status -> status >= 200 && status < 300);
        catalogue = DemoCatalogue.asOf(clock.instant());
        gate = new ShopGate(settings.secrets().accessToken());
        api = startApi(settings);
        caller = new ShopifyCaller(settings, client, redelivery, new SeededIds(settings.seed()), clock);
    }

    public static ShopifyShop start(ShopifySettings settings, Clock clock) {
        return new ShopifyShop(settings, clock);
    }

    /** In place of {@code https://{shop}.myshopify.com}; {@code /admin/api/…} follows. */
    public URI base() {
        return api.base();
    }

    public DemoCatalogue catalogue() {
        return catalogue;
    }

    public ShopifyCaller caller() {
        return caller;
    }

    /** Every attempt to deliver a webhook in the background; {@code delivery} is the topic. */
    public List<HookAttempt> attempts() {
        return redelivery.attempts();
    }

    /** Lets this many of the next API calls run into the rate limit: REST 429, GraphQL {@code THROTTLED}. */
    public void throttleNext(int calls) {
        gate.failNext(calls, 429);
    }

    /** Lets this many of the next API calls fail with a status. */
    public void failNext(int calls, int status) {
        gate.failNext(calls, status);
    }

    @Override
    public void close() {
        redelivery.close();
        client.close();
        api.close();
    }

    private LoopbackApi startApi(ShopifySettings settings) {
        var graph = new GraphQlEndpoint(catalogue, settings.shopDomain());
        var rest = new RestEndpoint(catalogue);
        try {
            return LoopbackApi.start(
                    settings.port(),
                    List.of(
                            new Route(
                                    "POST", ADMIN + "/graphql\\.json", gate.before(graph, ShopAnswer::graphThrottled)),
                            new Route("GET", ADMIN + "/.*", gate.before(rest, ShopAnswer::restThrottled)),
                            new Route(Route.ANY, "/.*", request -> ShopAnswer.notFound())));
        } catch (IllegalStateException e) {
            redelivery.close();
            client.close();
            throw e;
        }
    }
}
