package io.switchboard.sandbox.platforms.wire;

/**
 * Where an {@link Endpoint} is found. Earlier routes win.
 *
 * @param method an HTTP method, or {@link #ANY}
 * @param path regular expression over the whole path, without the query
 */
public record Route(String method, String path, Endpoint endpoint) {

    public static final String ANY = "ANY";
}
