package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.Repairs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files among the fields of a form, in the order of their numbers, whatever the order of the form: {@code attachment1} with
 * SendGrid, {@code attachment-1} with Mailgun, and every other field that carries a file name.
 */
final class FormFiles {

    private static final Pattern NUMBERED = Pattern.compile("attachment-?(\\d{1,6})");

    private final Map<String, String> contentIds = new HashMap<>();
    private final JsonValue descriptions;

    /**
     * @param contentIds an object from content id to the name of a field
     * @param descriptions an object from the name of a field to what is known of the file
     */
    FormFiles(JsonValue contentIds, JsonValue descriptions) {
        this.descriptions = descriptions;
        for (var id : contentIds.names()) {
            this.contentIds.putIfAbsent(contentIds.text(id).orElse(""), id);
        }
    }

    static boolean isFile(FormField field) {
        return field.fileName().isPresent() || NUMBERED.matcher(field.name()).matches();
    }

    List<PostedFile> in(Form form) {
        return form.fields().stream()
                .filter(FormFiles::isFile)
                .sorted(Comparator.comparingInt(FormFiles::number))
                .map(this::file)
                .toList();
    }

    /** A platform that announces more files than it posts has kept some. */
    static void noteMissing(Optional<FormField> announced, int found, Repairs repairs) {
        announced
                .map(field -> field.text().strip())
                .filter(text -> text.matches("\\d{1,6}") && Integer.parseInt(text) > found)
                .ifPresent(text -> repairs.note("the post announces " + text + " files and has " + found));
    }

    private PostedFile file(FormField field) {
        var described = descriptions.get(field.name()).orElse(JsonValue.NOTHING);
        return new PostedFile(
                field.header().raw("Content-Type").or(() -> type(described)).orElse(""),
                field.fileName().or(() -> described.text("filename")).or(() -> described.text("name")),
                Optional.ofNullable(contentIds.get(field.name())).or(() -> described.text("content-id")),
                TransferDecoding.of(field.header(), new Repairs()),
                field.content());
    }

    private static Optional<String> type(JsonValue described) {
        var charset = described.text("charset").map(name -> "; charset=" + name).orElse("");
        return described.text("type").map(type -> type + charset);
    }

    private static int number(FormField field) {
        var numbered = NUMBERED.matcher(field.name());
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }
}
