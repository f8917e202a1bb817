package io.switchboard.connector.testkit;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A raw HTTP/1.1 request in a file: request line, header lines, an empty line, and every remaining byte as the body. Lines end
 * with CRLF or LF. For mail, the request line's method is {@code SMTP} or {@code IMAP}.
 *
 * <p>Raw bytes, because a delivery written as JSON in JSON loses the signature its platform made.
 */
public final class HttpRequestFile {

    /** When every delivery read from a file arrived. */
    public static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private static final DeliveryId ID = DeliveryId.parse("0195516c-1300-7000-8000-000000000001");

    private HttpRequestFile() {}

    public static Delivery read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException notRequest) {
            throw new IllegalArgumentException(file.getFileName() + ": " + notRequest.getMessage(), notRequest);
        }
    }

    /**
     * @throws IllegalArgumentException when the bytes are no request, or Content-Length differs from the length of the body
     */
    public static Delivery parse(byte[] request) {
        var lines = new ArrayList<String>();
        var at = 0;
        while (true) {
            var end = lineEnd(request, at);
            var line = new String(request, at, end - at, StandardCharsets.UTF_8).stripTrailing();
            at = end + 1;
            if (line.isEmpty()) {
                break;
            }
            lines.add(line);
        }
        return delivery(lines, Body.of(Arrays.copyOfRange(request, at, request.length)));
    }

    private static int lineEnd(byte[] request, int from) {
        for (var at = from; at < request.length; at++) {
            if (request[at] == '\n') {
                return at;
            }
        }
        throw new IllegalArgumentException("no empty line ends the headers");
    }

    private static Delivery delivery(List<String> lines, Body body) {
        var requestLine = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        if (requestLine.length != 3) {
            throw new IllegalArgumentException("first line is not 'METHOD target HTTP/1.1'");
        }
        var headers = headers(lines.subList(1, lines.size()));
        headers.first("Content-Length").map(Integer::valueOf).ifPresent(announced -> {
            if (announced != body.size()) {
                throw new IllegalArgumentException(
                        "Content-Length is " + announced + ", the body has " + body.size() + " bytes");
            }
        });
        return new Delivery(ID, RECEIVED_AT, requestLine[0], requestLine[1], headers, body);
    }

    private static Headers headers(List<String> lines) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("header line " + (fields.size() + 2) + " has no name");
            }
            fields.computeIfAbsent(line.substring(0, colon), absent -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return Headers.of(fields);
    }
}
