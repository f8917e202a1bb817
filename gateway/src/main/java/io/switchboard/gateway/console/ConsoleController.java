package io.switchboard.gateway.console;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.intake.HistoryImports;
import io.switchboard.gateway.operations.DeliveryLedger;
import io.switchboard.gateway.operations.DeliveryLedger.Entry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What comes in and what became of it: connections with their health, the latest deliveries, one delivery. */
@Controller
class ConsoleController {

    private static final int ROWS = 50;
    private static final int IMPORTS = 10;

    private final Connectors connectors;
    private final ConnectionRegistry registry;
    private final DeliveryLedger ledger;
    private final HistoryImports imports;
    private final Clock clock;

    ConsoleController(
            Connectors connectors,
            ConnectionRegistry registry,
            DeliveryLedger ledger,
            HistoryImports imports,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.ledger = ledger;
        this.imports = imports;
        this.clock = clock;
    }

    /** @param health in words */
    record ConnectionRow(String merchant, String platform, String name, String hook, String state, String health) {}

    /** @param exact RFC 3339, for the tooltip */
    record DeliveryRow(
            String id, String connector, String state, String outcome, String received, String exact, int size) {}

    /** @param progress in words */
    record ImportRow(String connection, String state, String progress, String since, String changed) {}

    @ModelAttribute
    void guard(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** @param show {@code trouble} for invalid and dead deliveries only */
    @GetMapping("/console")
    String overview(@RequestParam(defaultValue = "all") String show, Model model) {
        var onlyTrouble = show.equals("trouble");
        model.addAttribute("connections", connections());
        model.addAttribute("imports", imports());
        model.addAttribute("onlyTrouble", onlyTrouble);
        model.addAttribute(
                "deliveries",
                ledger.latest(onlyTrouble, ROWS).stream().map(this::row).toList());
        return "console/overview";
    }

    @GetMapping("/console/deliveries/{id}")
    String delivery(@PathVariable String id, Model model) {
        var entry = find(id);
        model.addAttribute("delivery", row(entry));
        model.addAttribute("reason", entry.reason());
        model.addAttribute("events", entry.events());
        model.addAttribute("ignored", entry.ignored());
        model.addAttribute("position", entry.position().toString());
        model.addAttribute("sha256", entry.sha256());
        return "console/delivery";
    }

    private Entry find(String id) {
        try {
            return ledger.find(DeliveryId.parse(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException noUuid) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "a delivery id is a UUID", noUuid);
        }
    }

    private List<ConnectionRow> connections() {
        return registry.all().stream()
                .map(connection -> {
                    var ref = connection.ref();
                    var platform = connectors
                            .find(ref.connector())
                            .map(known -> known.descriptor().displayName())
                            .orElse(ref.connector());
                    var state = words(connection.health());
                    var health = connection.healthReason().isBlank() ? state : state + ": " + connection.healthReason();
                    return new ConnectionRow(
                            ref.tenant().value(),
                            platform,
                            ref.name(),
                            "/hooks/" + ref.connector() + "/" + ref.name(),
                            connection.health().name().toLowerCase(Locale.ROOT),
                            health);
                })
                .sorted(java.util.Comparator.comparing(ConnectionRow::merchant).thenComparing(ConnectionRow::name))
                .toList();
    }

    private List<ImportRow> imports() {
        return imports.latest(IMPORTS).stream()
                .map(progress -> {
                    var connection = registry.find(progress.connection());
                    var looked = progress.looked() + " of " + progress.total() + " mails looked at, " + progress.taken()
                            + " taken";
                    return new ImportRow(
                            connection.map(known -> known.ref().name()).orElse("–"),
                            words(progress.state()),
                            progress.trouble().isEmpty() ? looked : looked + "; waits after " + progress.trouble(),
                            progress.since().toString(),
                            ago(progress.changedAt()));
                })
                .toList();
    }

    private DeliveryRow row(Entry entry) {
        return new DeliveryRow(
                entry.deliveryId().toString(),
                entry.connector(),
                words(entry.state()),
                outcome(entry),
                ago(entry.receivedAt()),
                entry.receivedAt().toString(),
                entry.size());
    }

    private static String outcome(Entry entry) {
        return switch (entry.state()) {
            case INVALID, DEAD -> entry.reason();
            case IGNORED ->
                entry.ignored().stream()
                        .map(element -> element.what() + ": " + element.reason())
                        .findFirst()
                        .orElse("nothing in it");
            case TRANSLATED -> {
                var fresh = entry.events().stream()
                        .filter(event -> !event.duplicate())
                        .count();
                var known = entry.events().size() - fresh;
                yield plural(fresh, "event") + (known == 0 ? "" : ", " + plural(known, "duplicate"));
            }
        };
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String ago(Instant at) {
        var seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
        if (seconds < 60) {
            return seconds + " s ago";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min ago";
        }
        return seconds < 86_400 ? seconds / 3_600 + " h ago" : seconds / 86_400 + " d ago";
    }
}
