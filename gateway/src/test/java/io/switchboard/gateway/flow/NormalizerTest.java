package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import io.switchboard.gateway.journal.JournalEntry.Arrived;
import io.switchboard.gateway.journal.JournalEntry.Origin;
import io.switchboard.gateway.journal.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a translator may do wrong, and what it costs. */
class NormalizerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Arrived DELIVERY = delivery();

    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("about sam@customer.example"),
                new StackOverflowError(),
                new NoClassDefFoundError("org/example/Missing"),
                new ExceptionInInitializerError("a table of a connector"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_costs_the_delivery_and_is_named_without_what_it_says(Throwable bug) {
        var normalized = Normalizer.translated(DELIVERY, () -> {
            throw sneaky(bug);
        });

        assertThat(normalized)
                .isEqualTo(new Normalized.Dead(
                        DELIVERY, "translator failed with " + bug.getClass().getSimpleName()));
    }

    @Test
    void what_the_platform_did_not_document_is_invalid() {
        var normalized = Normalizer.translated(DELIVERY, () -> {
            throw new MalformedDeliveryException("body is empty, a mail was expected");
        });

        assertThat(normalized).isEqualTo(new Normalized.Invalid(DELIVERY, "body is empty, a mail was expected"));
    }

    @Test
    void what_means_nothing_is_understood() {
        var ignored = List.of(new Translation.Ignored("mail", "a copy"));

        var normalized = Normalizer.translated(DELIVERY, () -> new Translation(List.of(), ignored));

        assertThat(normalized).isEqualTo(new Normalized.Understood(DELIVERY, List.of(), ignored));
    }

    /** Throws what no signature announces. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable bug) throws T {
        throw (T) bug;
    }

    private static Arrived delivery() {
        var tenant = new TenantId("shop");
        var account = "support@shop.example";
        var connection = new ConnectionRef(
                tenant, ConnectionId.of(tenant, "email", account), "email", "support", account, Map.of());
        var id = new DeliveryId(new UUID(0, 1));
        var delivery = new Delivery(id, NOW, "SMTP", "", Headers.NONE, Body.of(new byte[] {'a'}));
        var origin =
                new Origin(new Position("deliveries.email", 0, 0), NOW, id, NOW, connection, "", 1, "message/rfc822");
        return new Arrived(origin, delivery);
    }
}
