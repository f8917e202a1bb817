package io.switchboard.connector.email.content;

import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part that only says where a file is kept (RFC 2046 §5.2.3, RFC 2017). Nothing is fetched from there. */
final class ExternalBody {
    private static final int MAX_VALUE = 500;

    private ExternalBody() {}

    static String describe(Entity part) {
        var header = part.type().header();
        var where = Stream.of("url", "site", "server", "directory", "name")
                .flatMap(parameter -> header.text(parameter).stream())
                .map(value -> CleanText.limited(CleanText.line(value).replaceAll("\\s", ""), MAX_VALUE))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        var how = header.token("access-type")
                .map(type -> " by " + Repairs.word(type))
                .orElse("");
        return "[file kept elsewhere" + how + (where.isEmpty() ? "" : ": " + where) + "]";
    }
}
