package io.switchboard.gateway.intake;

import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The webhook edge, {@code /hooks/<connector>/<connection>}: read the raw bytes, handshake or verify, append, answer. A plain
 * servlet below Spring MVC, whose argument binding would consume form bodies before they are verified.
 */
@Component
class HookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Connectors connectors;
    private final transient ConnectionRegistry registry;
    private final transient DeliveryJournal journal;
    private final transient IntakeMetrics metrics;
    private final transient RecentDeliveries recent;
    private final transient Clock clock;

    HookServlet(
            Connectors connectors,
            ConnectionRegistry registry,
            DeliveryJournal journal,
            IntakeMetrics metrics,
            RecentDeliveries recent,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.journal = journal;
        this.metrics = metrics;
        this.recent = recent;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = HookAddress.parse(request.getRequestURI());
        var connection = address.flatMap(at -> registry.find(at.connector(), at.connection()));
        var receiver = address.flatMap(at -> connectors.role(at.connector(), WebhookReceiver.class));
        if (connection.isEmpty() || receiver.isEmpty()) {
            metrics.rejected(address.flatMap(at -> connectors.find(at.connector())), "unknown_connection");
            Problem.NOT_FOUND.write(response);
            return;
        }
        receive(request, response, connection.get(), receiver.get());
    }

    private void receive(
            HttpServletRequest request, HttpServletResponse response, Connection connection, WebhookReceiver receiver)
            throws IOException {
        var connector = connectors.find(connection.ref().connector());
        var limit = connector.orElseThrow().descriptor().limits().deliveryBytes();
        var body = read(request, limit);
        if (body.isEmpty()) {
            metrics.rejected(connector, "too_large");
            Problem.tooLarge(limit).write(response);
            return;
        }
        var delivery = new Delivery(
                journal.newId(), clock.instant(), request.getMethod(), target(request), headers(request), body.get());

        var challenge = receiver.handshake(delivery, connection.secrets());
        if (challenge.isPresent()) {
            var reply = challenge.get();
            metrics.handshake(connection.ref().connector(), reply.status());
            write(response, new Acknowledgement(reply.status(), reply.contentType(), reply.body()));
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            Problem.METHOD_NOT_ALLOWED.write(response);
        } else {
            switch (receiver.verify(delivery, connection.secrets())) {
                case Verification.Rejected(var reason) -> {
                    metrics.rejected(connector, reason.name().toLowerCase(java.util.Locale.ROOT));
                    Problem.UNAUTHORIZED.write(response);
                }
                case Verification.Authentic() -> append(response, delivery, connection, receiver);
            }
        }
    }

    private void append(
            HttpServletResponse response, Delivery delivery, Connection connection, WebhookReceiver receiver)
            throws IOException {
        try (var timed = metrics.appending(connection.ref().connector())) {
            journal.append(delivery, connection.ref());
            timed.succeeded();
        } catch (JournalUnavailableException away) {
            metrics.unavailable(connection.ref().connector(), away);
            response.setHeader("Retry-After", "30");
            Problem.UNAVAILABLE.write(response);
            return;
        }
        recent.received(delivery.id());
        write(response, receiver.acknowledge(delivery.id()));
    }

    /** @return empty when the body is larger than the limit; at most one byte more than the limit is read */
    private static Optional<Body> read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return Optional.empty();
        }
        var bytes = request.getInputStream().readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(Body.of(bytes));
    }

    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Headers headers(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            fields.computeIfAbsent(name, absent -> new ArrayList<>())
                    .addAll(Collections.list(request.getHeaders(name)));
        }
        return Headers.of(fields);
    }

    private static void write(HttpServletResponse response, Acknowledgement answer) throws IOException {
        response.setStatus(answer.status());
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
