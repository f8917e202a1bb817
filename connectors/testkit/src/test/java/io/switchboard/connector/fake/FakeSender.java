package io.switchboard.connector.fake;

import io.switchboard.canonical.Failure;
import io.switchboard.canonical.Part;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.fake.FakeProvider.Defect;
import io.switchboard.connector.payload.Payload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends text. */
record FakeSender(HttpPort http, Defect defect) implements MessageSender {

    private static final Failure SILENCE = new Failure("silence", "The platform cannot be reached.");

    @Override
    public SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets) {
        var isText = message.content() instanceof OutboundMessage.Reply reply
                && reply.parts().stream().allMatch(Part.Text.class::isInstance);
        if (!isText && defect != Defect.SENDS_WHAT_IT_DOES_NOT_DECLARE) {
            return SendOutcome.refused("unsupported", "Only text can be sent.");
        }
        var call = HttpCall.post(URI.create("https://fake.example/messages"), Map.of(), Body.ofText("{}"));
        try {
            return outcome(http.send(call));
        } catch (NotSentException nothingSent) {
            return defect == Defect.RETRIES ? again(call) : new SendOutcome.Deferred(Duration.ofSeconds(30), SILENCE);
        } catch (IOException noAnswer) {
            return defect == Defect.CALLS_SILENCE_A_FAILURE
                    ? new SendOutcome.Deferred(Duration.ofSeconds(30), SILENCE)
                    : new SendOutcome.Unconfirmed("no answer");
        }
    }

    private SendOutcome again(HttpCall call) {
        try {
            return outcome(http.send(call));
        } catch (IOException again) {
            return new SendOutcome.Deferred(Duration.ofSeconds(30), SILENCE);
        }
    }

    private SendOutcome outcome(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            return SendOutcome.refused(Integer.toString(answer.status()), "The platform said no.");
        }
        try {
            return new SendOutcome.Accepted(List.of(Payload.read(answer.body()).requireText("id")));
        } catch (MalformedDeliveryException unreadable) {
            return defect == Defect.CALLS_NONSENSE_A_FAILURE
                    ? SendOutcome.refused("nonsense", "The platform's answer is unreadable.")
                    : new SendOutcome.Unconfirmed("answer is unreadable");
        }
    }
}
