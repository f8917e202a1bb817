package io.switchboard.connector.email;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail or one of its parts (RFC 2045 §2.4).
 *
 * @param path where it stands, as IMAP counts (RFC 3501 §6.4.5): {@code 1.2} is the second part of the first; empty for the multipart
 *     that is the whole mail
 * @param body as it came, not decoded
 * @param children the parts of a multipart; a multipart without readable parts became a text
 */
record Entity(
        String path, HeaderBlock header, MediaType type, TransferDecoding encoding, Slice body, List<Entity> children) {

    Entity {
        children = List.copyOf(children);
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    ParameterizedValue disposition() {
        return ParameterizedValue.parse(header.raw("Content-Disposition").orElse(""));
    }

    Optional<String> fileName() {
        return disposition().text("filename").or(() -> type.header().text("name"));
    }

    /** RFC 2392 id without angle brackets. */
    Optional<String> contentId() {
        return header.raw("Content-ID").map(id -> id.replaceAll("[<>\\s]", "")).filter(id -> !id.isEmpty());
    }

    /** This and everything in it, in the order of the mail. */
    Stream<Entity> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Entity::all));
    }

    @Override
    public String toString() {
        return "Entity[" + path + " " + type.name() + "]";
    }
}
