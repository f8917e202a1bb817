package io.switchboard.sandbox.platforms.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import io.switchboard.sandbox.platforms.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request as it came over the wire. */
public final class Received {

    private final String method;
    private final URI uri;
    private final Headers headers;
    private final byte[] body;

    Received(String method, URI uri, Headers headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    public String header(String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.readObject(text()).orElseThrow();
    }

    /** A value deep inside, as text; empty if it is not there. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }
}
