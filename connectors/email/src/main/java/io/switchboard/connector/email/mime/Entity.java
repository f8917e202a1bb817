package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail or one of its parts (RFC 2045 §2.4).
 *
 * @param path where it stands, as IMAP counts (RFC 3501 §6.4.5): {@code 1.2} is the second part of the first; empty for the multipart
 *     that is the whole mail; {@code 2/tnef/1} is the first thing found within the second part
 * @param content its bytes, not decoded
 * @param children the parts of a multipart; a multipart without readable parts became a text
 * @param enclosed what was found within a part that is no multipart: the files of a {@code winmail.dat}, say
 */
public record Entity(
        String path,
        HeaderBlock header,
        MediaType type,
        Encoded content,
        List<Entity> children,
        List<Entity> enclosed) {
    private static final Pattern BRACKETS = Pattern.compile("[<>\\s]");

    public Entity {
        children = List.copyOf(children);
        enclosed = List.copyOf(enclosed);
    }

    public boolean isMultipart() {
        return !children.isEmpty();
    }

    Entity enclosing(List<Entity> found) {
        return new Entity(path, header, type, content, children, found);
    }

    /** As it came. */
    public Slice body() {
        return content.slice();
    }

    public TransferDecoding encoding() {
        return content.decoding();
    }

    public ParameterizedValue disposition() {
        return ParameterizedValue.parse(header.raw("Content-Disposition").orElse(""));
    }

    public Optional<String> fileName() {
        return disposition().text("filename").or(() -> type.header().text("name"));
    }

    /** RFC 2392 id without angle brackets. */
    public Optional<String> contentId() {
        return header.raw("Content-ID")
                .map(id -> BRACKETS.matcher(id).replaceAll(""))
                .filter(id -> !id.isEmpty());
    }

    /** This and everything in it, in the order of the mail. */
    public Stream<Entity> all() {
        if (children.isEmpty() && enclosed.isEmpty()) {
            return Stream.of(this);
        }
        return Stream.concat(
                Stream.of(this),
                Stream.concat(children.stream(), enclosed.stream()).flatMap(Entity::all));
    }

    @Override
    public String toString() {
        return "Entity[" + path + " " + type.name() + "]";
    }
}
