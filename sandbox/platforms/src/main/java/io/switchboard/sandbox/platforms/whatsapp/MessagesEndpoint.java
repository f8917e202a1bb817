package io.switchboard.sandbox.platforms.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code POST /{version}/{phone-number-id}/messages}. Order of judgement: token, number, scripted fault, body. There is no
 * idempotency key: the same request sent twice is two messages.
 */
final class MessagesEndpoint implements Endpoint {

    private final WhatsAppNumber number;
    private final AccessCheck access;
    private final SendRules rules;
    private final FaultScript faults;
    private final Outbox outbox;

    MessagesEndpoint(WhatsAppNumber number, AccessCheck access, SendRules rules, FaultScript faults, Outbox outbox) {
        this.number = number;
        this.access = access;
        this.rules = rules;
        this.faults = faults;
        this.outbox = outbox;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        if (!access.passes(request)) {
            return refuse(GraphError.documented(190));
        }
        var addressed = List.of(request.getUrl().split("/", -1)).get(2);
        if (!addressed.equals(number.phoneNumberId())) {
            return refuse(GraphError.unknownObject("post", addressed));
        }
        var fault = faults.take();
        if (fault.isPresent()) {
            return faulty(fault.get(), request);
        }
        return judge(request, OptionalInt.empty());
    }

    private ResponseDefinitionBuilder faulty(Fault fault, Request request) {
        return switch (fault) {
            case Fault.ErrorCode(int code) -> refuse(GraphError.documented(code));
            case Fault.HttpStatus(int status) ->
                refuse(GraphError.documented(status == 429 ? 130429 : 2).withStatus(status));
            case Fault.ResetBeforeAccept() -> reset();
            case Fault.ResetAfterAccept() -> accepted(request, reset());
            case Fault.EmptyResponse() ->
                accepted(request, aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE));
            case Fault.EmptyBody() -> accepted(request, aResponse().withStatus(200));
            case Fault.Slow(var delay) ->
                judge(request, OptionalInt.empty()).withFixedDelay(Math.toIntExact(delay.toMillis()));
            case Fault.FailsLater(int code) -> judge(request, OptionalInt.of(code));
        };
    }

    /** A body the endpoint would refuse is refused even under a fault: nothing was accepted then. */
    private ResponseDefinitionBuilder accepted(Request request, ResponseDefinitionBuilder instead) {
        var answer = judge(request, OptionalInt.empty());
        return answer.build().getStatus() == 200 ? instead : answer;
    }

    private ResponseDefinitionBuilder judge(Request request, OptionalInt failsLater) {
        var body = Json.readObject(request.getBodyAsString()).map(SendRequest::new);
        if (body.isEmpty()) {
            return refuse(GraphError.parameter("Invalid parameter", "The body is not a JSON object."));
        }
        Optional<GraphError> objection = rules.objection(body.get());
        return objection.map(this::refuse).orElseGet(() -> outbox.accept(body.get(), failsLater));
    }

    private ResponseDefinitionBuilder refuse(GraphError error) {
        return error.response(outbox.trace());
    }

    private static ResponseDefinitionBuilder reset() {
        return aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
    }
}
