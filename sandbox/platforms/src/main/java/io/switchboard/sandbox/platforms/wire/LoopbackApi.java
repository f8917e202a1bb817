package io.switchboard.sandbox.platforms.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A platform's API on 127.0.0.1, served by WireMock because it can break a socket on purpose. Plain HTTP/1.1 only: an
 * HTTP/2 upgrade would turn a connection reset into a stream reset, which is another fault.
 */
public final class LoopbackApi implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 24;
    private static final int REQUEST_HEADER_BYTES = 64 * 1024;

    private final WireMockServer server;

    private LoopbackApi(WireMockServer server) {
        this.server = server;
    }

    /** Starts listening; port 0 takes a free one. */
    public static LoopbackApi start(int port, List<Route> routes) {
        var server = new WireMockServer(configuration(port, routes));
        for (int i = 0; i < routes.size(); i++) {
            var route = routes.get(i);
            server.stubFor(request(route.method(), urlPathMatching(route.path()))
                    .atPriority(i + 1)
                    .willReturn(aResponse().withTransformers(name(i))));
        }
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException("port " + port + " on " + LOOPBACK + " cannot be listened on", e);
        }
        return new LoopbackApi(server);
    }

    public int port() {
        return server.port();
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI base() {
        return URI.create("http://" + LOOPBACK + ":" + port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static WireMockConfiguration configuration(int port, List<Route> routes) {
        var answering = new ArrayList<Extension>();
        for (int i = 0; i < routes.size(); i++) {
            answering.add(new Answering(name(i), routes.get(i).endpoint()));
        }
        return WireMockConfiguration.wireMockConfig()
                .bindAddress(LOOPBACK)
                .port(port)
                .http2PlainDisabled(true)
                .containerThreads(THREADS)
                .jettyHeaderRequestSize(REQUEST_HEADER_BYTES)
                .jettyStopTimeout(500L)
                .disableRequestJournal()
                .templatingEnabled(false)
                .extensions(answering.toArray(Extension[]::new));
    }

    private static String name(int route) {
        return "route-" + route;
    }

    private record Answering(String name, Endpoint endpoint) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return endpoint.answer(event.getRequest()).build();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
