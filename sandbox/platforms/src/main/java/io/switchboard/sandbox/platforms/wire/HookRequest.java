package io.switchboard.sandbox.platforms.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One delivery to a webhook, fixed to the byte, so that a redelivery is the same delivery. A class and not a record
 * because it guards an array.
 */
public final class HookRequest {

    private final URI hook;
    private final Map<String, String> headers;
    private final byte[] body;

    public HookRequest(URI hook, Map<String, String> headers, byte[] body) {
        if (!"http".equals(hook.getScheme()) || hook.getHost() == null) {
            throw new IllegalArgumentException("a hook is an absolute http address, found " + hook);
        }
        this.hook = hook;
        this.headers = new LinkedHashMap<>(headers);
        this.body = body.clone();
    }

    public URI hook() {
        return hook;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same delivery with one header replaced: a wrong signature, for example. */
    public HookRequest withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new HookRequest(hook, changed, body);
    }

    /** The same delivery with one header left out. */
    public HookRequest withoutHeader(String name) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new HookRequest(hook, changed, body);
    }

    /** The same headers, signature included, over another body: what somebody who forges does. */
    public HookRequest withBody(byte[] other) {
        return new HookRequest(hook, headers, other);
    }

    @Override
    public String toString() {
        return "HookRequest[" + hook + ", " + body.length + " bytes]";
    }
}
