package io.switchboard.canonical;

import java.util.Optional;

/**
 * A file of an inbound message as the platform announces it; its bytes are fetched later and never hold a message back.
 *
 * @param providerMediaId what the platform calls the file; where the bytes came with the delivery, the part's position in it
 * @param declaredType the media type the sender claims (RFC 6838)
 * @param size bytes, if announced
 * @param sha256 lower-case hex of the bytes, if announced
 * @param inline shown within the text rather than beside it
 * @param contentId RFC 2392 id without angle brackets, if the text refers to the file
 */
public record MediaReference(
        MediaKind kind,
        String providerMediaId,
        Optional<String> fileName,
        Optional<String> declaredType,
        Optional<Long> size,
        Optional<String> sha256,
        boolean inline,
        Optional<String> contentId) {

    public static MediaReference of(MediaKind kind, String providerMediaId) {
        return new MediaReference(
                kind,
                providerMediaId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    @Override
    public String toString() {
        return "MediaReference[" + kind + "]";
    }
}
