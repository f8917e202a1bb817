package io.switchboard.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.gateway.intake.RecentDeliveries;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.operations.DeliveryLedger;
import io.switchboard.gateway.operations.DeliveryLedger.Entry;
import io.switchboard.gateway.operations.DeliveryLedger.Event;
import io.switchboard.gateway.operations.DeliveryLedger.Ignored;
import io.switchboard.gateway.operations.Replay;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of deliveries. */
@RestController
class DeliveriesController {

    private final DeliveryLedger ledger;
    private final RecentDeliveries recent;
    private final Replay replay;

    DeliveriesController(DeliveryLedger ledger, RecentDeliveries recent, Replay replay) {
        this.ledger = ledger;
        this.recent = recent;
        this.replay = replay;
    }

    /**
     * @param state {@code received}, {@code translated}, {@code ignored}, {@code invalid} or {@code dead}
     * @param reason why it is invalid or dead
     * @param events what it was translated to, in order
     * @param ignored what in it was ignored, and why
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            String deliveryId,
            String state,
            Optional<String> connector,
            Optional<String> reason,
            List<Event> events,
            List<Ignored> ignored,
            Instant receivedAt,
            Optional<Instant> processedAt) {

        static View of(Entry entry) {
            return new View(
                    entry.deliveryId().toString(),
                    entry.state().name().toLowerCase(Locale.ROOT),
                    Optional.of(entry.connector()),
                    Optional.of(entry.reason()).filter(reason -> !reason.isEmpty()),
                    entry.events(),
                    entry.ignored(),
                    entry.receivedAt(),
                    Optional.of(entry.processedAt()));
        }

        static View received(DeliveryId id, Instant at) {
            return new View(
                    id.toString(),
                    "received",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    at,
                    Optional.empty());
        }
    }

    @GetMapping("/api/deliveries/{id}")
    View show(@PathVariable String id) throws NotFoundException {
        var delivery = parse(id);
        return ledger.find(delivery)
                .map(View::of)
                .or(() -> recent.find(delivery).map(at -> View.received(delivery, at)))
                .orElseThrow(() -> unknown(delivery));
    }

    /** @param state {@code trouble} shows only invalid and dead deliveries */
    @GetMapping("/api/deliveries")
    List<View> latest(@RequestParam(defaultValue = "all") String state, @RequestParam(defaultValue = "50") int limit) {
        return ledger.latest(state.equals("trouble"), Math.clamp(limit, 1, 500)).stream()
                .map(View::of)
                .toList();
    }

    /** Puts a delivery into the journal again; what was published before is not published twice. */
    @PostMapping("/api/deliveries/{id}/replay")
    ResponseEntity<Void> replay(@PathVariable String id)
            throws NotFoundException, IOException, JournalUnavailableException {
        var delivery = parse(id);
        var entry = ledger.find(delivery).orElseThrow(() -> unknown(delivery));
        if (!replay.replay(entry)) {
            throw new NotFoundException("delivery " + id + " is no longer in the journal");
        }
        return ResponseEntity.accepted().build();
    }

    private static DeliveryId parse(String id) throws NotFoundException {
        try {
            return DeliveryId.parse(id);
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException("a delivery id is a UUID");
        }
    }

    private static NotFoundException unknown(DeliveryId id) {
        return new NotFoundException("there is no delivery " + id + ", or it has not been looked at yet");
    }
}
