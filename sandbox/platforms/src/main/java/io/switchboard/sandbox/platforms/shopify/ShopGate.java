package io.switchboard.sandbox.platforms.shopify;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What every Admin API call passes before it is answered: the token, then the faults asked for. */
final class ShopGate {

    private final String accessToken;
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();

    ShopGate(String accessToken) {
        this.accessToken = accessToken;
    }

    void failNext(int calls, int status) {
        failures.addAll(Collections.nCopies(calls, status));
    }

    Endpoint before(Endpoint endpoint, Supplier<ResponseDefinitionBuilder> throttled) {
        return request -> answer(request, endpoint, throttled);
    }

    private ResponseDefinitionBuilder answer(
            Request request, Endpoint endpoint, Supplier<ResponseDefinitionBuilder> throttled) {
        if (!accessToken.equals(request.getHeader("X-Shopify-Access-Token"))) {
            return ShopAnswer.wrongToken();
        }
        var failure = failures.poll();
        if (failure == null) {
            return endpoint.answer(request);
        }
        return failure == 429 ? throttled.get() : ShopAnswer.error(failure, "Internal Server Error");
    }
}
