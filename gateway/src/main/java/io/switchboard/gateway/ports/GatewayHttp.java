package io.switchboard.gateway.ports;

import io.switchboard.connector.Body;
import io.switchboard.connector.Headers;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/**
 * The HTTP port over the JDK's client.
 *
 * <p>The client repeats a GET or HEAD by itself when a pooled connection turns out to be dead, and any request that certainly
 * was not processed. It never repeats another method unless the JVM is told to, with which this port refuses to start.
 */
final class GatewayHttp implements HttpPort, AutoCloseable {

    /** See the module documentation of {@code java.net.http}. */
    private static final String RETRY_ALL_METHODS = "jdk.httpclient.enableAllMethodRetry";

    /** The client itself times the exchange until the answer's head; our own clock, for the body, must not overtake it. */
    private static final Duration GRACE = Duration.ofMillis(200);

    private final HttpClient client;
    private final HostSlots slots;

    GatewayHttp(PortsProperties.Http properties, SSLContext tls) {
        refuseRetries();
        this.slots = new HostSlots(properties.callsPerHost(), properties.slotWait());
        this.client = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .sslContext(tls)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("http-out-", 0).factory()))
                .build();
    }

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        var body = new TrackedBody(call.body());
        var request = request(call, body);
        return slots.within(host(call.uri()), () -> exchange(call, request, body));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private HttpAnswer exchange(HttpCall call, HttpRequest request, TrackedBody body) throws IOException {
        var exchange = client.sendAsync(
                request, head -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), call.answerLimit()));
        try {
            return answer(exchange.get(call.timeout().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            throw classified(host(call.uri()), body, failed);
        } catch (TimeoutException late) {
            throw abandoned(
                    exchange, new IOException("no complete answer from " + host(call.uri()) + " in time", late));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw abandoned(exchange, new InterruptedIOException("stopped while calling " + host(call.uri())));
        }
    }

    private static HttpAnswer answer(HttpResponse<byte[]> response) {
        return new HttpAnswer(
                response.statusCode(), Headers.of(response.headers().map()), Body.of(response.body()));
    }

    /** Closes the connection: nobody waits for the rest of the answer. */
    private static IOException abandoned(CompletableFuture<?> exchange, IOException reason) {
        exchange.cancel(true);
        return reason;
    }

    private static IOException classified(String host, TrackedBody body, ExecutionException failed) {
        var failure = failed.getCause() == null ? failed : failed.getCause();
        var what = failure.getClass().getSimpleName();
        var unconnected = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        return unconnected || body.heldBack()
                ? new NotSentException("no connection to " + host + ": " + what, failure)
                : new IOException("no complete answer from " + host + ": " + what, failure);
    }

    private static HttpRequest request(HttpCall call, TrackedBody body) throws NotSentException {
        try {
            var request = HttpRequest.newBuilder(call.uri())
                    .version(call.uri().getScheme().equalsIgnoreCase("https") ? Version.HTTP_2 : Version.HTTP_1_1)
                    .timeout(call.timeout())
                    .method(call.method(), body);
            call.headers().forEach(request::setHeader);
            return request.build();
        } catch (IllegalArgumentException unusable) {
            // Not as cause: its message repeats the address or the header's value.
            throw new NotSentException("the call's address, method or a header is not one HTTP allows");
        }
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static void refuseRetries() {
        var value = System.getProperty(RETRY_ALL_METHODS);
        if (value != null && !value.equals("false")) {
            throw new IllegalStateException(
                    RETRY_ALL_METHODS + " is set; with it one reply could reach a customer twice");
        }
    }
}
