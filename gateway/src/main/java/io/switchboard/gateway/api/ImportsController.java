package io.switchboard.gateway.api;

import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.intake.HistoryImports;
import io.switchboard.gateway.intake.HistoryImports.Progress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bringing in what was in a merchant's mailbox before it was connected. */
@RestController
@RequestMapping("/api/connections/{connector}/{connection}/imports")
class ImportsController {

    private final ConnectionRegistry registry;
    private final HistoryImports imports;

    ImportsController(ConnectionRegistry registry, HistoryImports imports) {
        this.registry = registry;
        this.imports = imports;
    }

    /** @param since RFC 3339; mails that arrived before are left out */
    record Wanted(@Nullable Instant since) {}

    /**
     * @param state {@code running}, {@code done} or {@code cancelled}
     * @param looked at so many mails, of {@code total} there were when it began
     * @param taken so many into the journal
     * @param trouble why it does not get on at the moment; it is tried again
     */
    record View(
            String importId,
            String state,
            Instant since,
            long looked,
            long total,
            long taken,
            String trouble,
            Instant startedAt,
            Instant changedAt) {

        static View of(Progress progress) {
            return new View(
                    progress.id().toString(),
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.since(),
                    progress.looked(),
                    progress.total(),
                    progress.taken(),
                    progress.trouble(),
                    progress.startedAt(),
                    progress.changedAt());
        }
    }

    /** One at a time for a connection: 409 while another one runs. */
    @PostMapping
    ResponseEntity<View> start(
            @PathVariable String connector, @PathVariable String connection, @RequestBody Wanted wanted)
            throws NotFoundException {
        var since = wanted.since();
        if (since == null) {
            throw new IllegalArgumentException("since is missing; a time such as 2026-01-01T00:00:00Z was expected");
        }
        var started = imports.start(find(connector, connection).ref().id(), since)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.CONFLICT, "an import of this connection is running"));
        var address = "/api/connections/" + connector + "/" + connection + "/imports/" + started.id();
        return ResponseEntity.accepted().location(URI.create(address)).body(View.of(started));
    }

    @GetMapping
    List<View> list(@PathVariable String connector, @PathVariable String connection) throws NotFoundException {
        return imports.of(find(connector, connection).ref().id()).stream()
                .map(View::of)
                .toList();
    }

    @GetMapping("/{id}")
    View show(@PathVariable String connector, @PathVariable String connection, @PathVariable UUID id)
            throws NotFoundException {
        return View.of(find(connector, connection, id));
    }

    /** What is in the journal by now stays there. */
    @DeleteMapping("/{id}")
    View cancel(@PathVariable String connector, @PathVariable String connection, @PathVariable UUID id)
            throws NotFoundException {
        imports.cancel(find(connector, connection, id).id());
        return View.of(find(connector, connection, id));
    }

    private Connection find(String connector, String connection) throws NotFoundException {
        return registry.find(connector + "/" + connection)
                .orElseThrow(() -> new NotFoundException("there is no connection " + connector + "/" + connection));
    }

    private Progress find(String connector, String connection, UUID id) throws NotFoundException {
        var owner = find(connector, connection).ref().id();
        return imports.find(id)
                .filter(progress -> progress.connection().equals(owner))
                .orElseThrow(() -> new NotFoundException("there is no import " + id + " of this connection"));
    }
}
