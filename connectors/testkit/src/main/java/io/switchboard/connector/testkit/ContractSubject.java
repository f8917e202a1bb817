package io.switchboard.connector.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import io.switchboard.canonical.InboundEvent.MessageReceived;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorRole;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MailboxReceiver;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.connector.testkit.Reading.Challenged;
import io.switchboard.connector.testkit.Reading.Malformed;
import io.switchboard.connector.testkit.Reading.Translated;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A connector with its golden deliveries, asked the way the gateway asks. */
record ContractSubject(ConnectorContractTest test) {

    Connector connector() {
        return connector(ScriptedContext.create());
    }

    Connector connector(ScriptedContext context) {
        return test.provider().create(context);
    }

    <R extends ConnectorRole> Optional<R> role(Class<R> type) {
        return role(type, ScriptedContext.create());
    }

    <R extends ConnectorRole> Optional<R> role(Class<R> type, ScriptedContext context) {
        return connector(context).roles().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    WebhookReceiver webhooks() {
        return role(WebhookReceiver.class)
                .map(receiver -> receiver.forConnection(test.connection()))
                .orElseGet(() -> abort("it receives no webhooks"));
    }

    Verification verify(Delivery delivery, Secrets secrets) {
        return webhooks().verify(delivery, secrets);
    }

    /** What the connector makes of a delivery that was believed. Whatever else it throws fails the test. */
    Reading read(Delivery delivery) {
        var challenge = challenge(delivery);
        if (challenge.isPresent()) {
            return new Challenged(challenge.get());
        }
        try {
            return new Translated(translate(delivery));
        } catch (MalformedDeliveryException malformed) {
            return new Malformed(String.valueOf(malformed.getMessage()));
        }
    }

    Translation translate(Delivery delivery) {
        var webhooks = role(WebhookReceiver.class);
        if (webhooks.isPresent() && !Deliveries.isMail(delivery)) {
            return webhooks.get().translate(delivery, test.connection());
        }
        return role(MailboxReceiver.class)
                .orElseThrow(() -> new AssertionError("no role takes a delivery by " + delivery.method()))
                .translate(delivery, test.connection());
    }

    private Optional<ChallengeReply> challenge(Delivery delivery) {
        return Deliveries.isMail(delivery)
                ? Optional.empty()
                : role(WebhookReceiver.class)
                        .map(receiver -> receiver.forConnection(test.connection()))
                        .flatMap(webhooks -> webhooks.handshake(delivery, test.secrets()));
    }

    Stream<InboundMessage> messages(Delivery delivery) {
        return read(delivery).events().stream()
                .filter(MessageReceived.class::isInstance)
                .map(MessageReceived.class::cast)
                .map(MessageReceived::message);
    }

    List<Path> files() {
        return GoldenFile.list(test.getClass(), test.deliveries(), ".http");
    }

    Delivery delivery(String name) {
        return files().stream()
                .filter(file -> name(file).equals(name))
                .findFirst()
                .map(HttpRequestFile::read)
                .orElseThrow(() -> new AssertionError("there is no " + test.deliveries() + name + ".http"));
    }

    /** One test per golden file. */
    Stream<DynamicTest> each(BiConsumer<String, Delivery> check) {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file), () -> check.accept(name(file), HttpRequestFile.read(file))));
    }

    /** One test per golden file that is sound. */
    Stream<DynamicTest> eachTranslated(BiConsumer<String, Delivery> check) {
        return each((name, delivery) -> {
            if (!(read(delivery) instanceof Translated)) {
                abort("a handshake or malformed");
            }
            check.accept(name, delivery);
        });
    }

    /** One test per golden file that comes over HTTP and answers no handshake, signed. */
    Stream<DynamicTest> eachSigned(BiConsumer<String, Delivery> check) {
        return each((name, delivery) -> {
            webhooks();
            if (Deliveries.isMail(delivery) || read(delivery) instanceof Challenged) {
                abort("mail and handshakes are not signed");
            }
            check.accept(name, test.sign(delivery));
        });
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.http$", "");
    }
}
