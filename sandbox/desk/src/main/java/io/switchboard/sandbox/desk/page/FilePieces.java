package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Attachment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Files of messages: a name, a size and, as long as they are not there, why. */
final class FilePieces {

    /** What a browser decodes without running anything. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private FilePieces() {}

    static Piece.File piece(Attachment file, String kind, Optional<Linked> caption) {
        var isStored = file.state().equals("stored");
        return new Piece.File(
                icon(kind),
                file.fileName().orElse(Look.inWords(kind)),
                detail(file),
                state(file),
                tone(file.state()),
                isStored ? Optional.of("/api/attachments/" + file.attachmentId()) : Optional.empty(),
                isStored && file.declaredType().filter(PICTURES::contains).isPresent(),
                caption);
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "image", "sticker" -> "image";
            case "video" -> "video";
            case "audio", "voice_note" -> "audio";
            default -> "file";
        };
    }

    private static String detail(Attachment file) {
        var size = file.size().map(FilePieces::size);
        return file.declaredType()
                .map(type -> size.map(bytes -> type + ", " + bytes).orElse(type))
                .or(() -> size)
                .orElse("");
    }

    private static String state(Attachment file) {
        var why = file.failure().map(reason -> ": " + reason).orElse("");
        return switch (file.state()) {
            case "stored" -> "";
            case "pending" -> "Waiting to be fetched";
            case "fetching" -> "Being fetched";
            case "link_only" -> "Kept at the platform, not stored here";
            case "failed" -> "Could not be fetched" + why;
            case "expired" -> "Gone at the platform before it was fetched";
            case "rejected" -> "Refused" + why;
            case "quarantined" -> "Held back for safety" + why;
            case "redacted" -> "Erased on request";
            default -> Look.inWords(file.state());
        };
    }

    private static String tone(String state) {
        return switch (state) {
            case "failed", "expired", "rejected", "quarantined" -> "bad";
            case "pending", "fetching" -> "warn";
            default -> "";
        };
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1_000.0) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
