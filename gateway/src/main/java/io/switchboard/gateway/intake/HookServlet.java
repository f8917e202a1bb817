package io.switchboard.gateway.intake;

import io.switchboard.connector.Body;
import io.switchboard.connector.Headers;
import io.switchboard.gateway.intake.HookEdge.Gate;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/**
 * Hooks on the web server, for whoever has one port only. A plain servlet below Spring MVC, whose argument binding would consume
 * form bodies before they are verified; it waits for the answer on its virtual thread.
 */
@Component
class HookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient HookEdge edge;
    private final transient Draining draining;

    HookServlet(HookEdge edge, Draining draining) {
        this.edge = edge;
        this.draining = draining;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (edge.admit(request.getRequestURI(), request.getContentLengthLong())) {
            case Gate.Closed(var why) -> write(response, HookAnswer.of(why));
            case Gate.Open open -> receive(request, response, open);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, Gate.Open gate) throws IOException {
        Optional<Body> body;
        try {
            body = read(request, gate.limit());
        } catch (IOException gone) {
            gate.room().close();
            throw gone;
        }
        if (body.isEmpty()) {
            write(response, HookAnswer.of(edge.tooLarge(gate)));
            return;
        }
        var answer = new CompletableFuture<HookAnswer>();
        edge.receive(gate, request.getMethod(), target(request), headers(request), body.get(), answer::complete);
        try {
            write(response, answer.get());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            write(response, HookAnswer.of(Problem.UNAVAILABLE));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an answer is only ever given", impossible);
        }
    }

    /** @return empty when the body is larger than the limit; at most one byte more than the limit is read */
    private static Optional<Body> read(HttpServletRequest request, int limit) throws IOException {
        var bytes = request.getInputStream().readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(Body.of(bytes));
    }

    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Headers headers(HttpServletRequest request) {
        var headers = new Headers.Builder();
        for (var name : Collections.list(request.getHeaderNames())) {
            for (var value : Collections.list(request.getHeaders(name))) {
                headers.add(name, value);
            }
        }
        return headers.build();
    }

    private void write(HttpServletResponse response, HookAnswer answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (draining.hasBegun()) {
            response.setHeader("Connection", "close");
        }
        if (answer.body().size() > 0) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(answer.body().size());
        response.getOutputStream().write(answer.body().bytes());
    }
}
