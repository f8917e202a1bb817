package io.switchboard.sandbox.platforms.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls webhooks as a platform does: one attempt, no redirects, and a limit on connecting and on the whole exchange. */
public final class HookClient implements AutoCloseable {

    private static final int THREADS = 2;

    private final Duration total;
    private final ExecutorService executor = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("hook-client-", 0).factory());
    private final HttpClient http;

    public HookClient(Duration connect, Duration total) {
        this.total = total;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(executor)
                .build();
    }

    public HookAnswer post(HookRequest delivery) {
        var request =
                HttpRequest.newBuilder(delivery.hook()).POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach(request::header);
        return exchange(request.build());
    }

    public HookAnswer get(URI hook) {
        return exchange(HttpRequest.newBuilder(hook).GET().build());
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
        executor.shutdownNow();
    }

    /** The limit holds until the last byte of the answer; the client's own request timeout ends with the headers. */
    private HookAnswer exchange(HttpRequest request) {
        var pending = http.sendAsync(request, BodyHandlers.ofString());
        try {
            var response = pending.get(total.toMillis(), TimeUnit.MILLISECONDS);
            return new HookAnswer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new NoAnswerException(request.uri(), "more than " + total + " in all", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new NoAnswerException(request.uri(), cause.getClass().getSimpleName(), cause);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request.uri(), "the platform was shut down", e);
        }
    }
}
