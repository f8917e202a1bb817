package io.switchboard.connector.email.tnef;

import java.util.Optional;

/** What is known of a file so far. */
final class TnefFileDraft {
    private Optional<String> longName = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> mediaType = Optional.empty();
    private Optional<String> contentId = Optional.empty();
    private Optional<TnefRange> content = Optional.empty();
    private Optional<TnefMessage> message = Optional.empty();

    void longName(String text) {
        longName = longName.or(() -> given(text));
    }

    void name(String text) {
        name = name.or(() -> given(text));
    }

    void mediaType(String text) {
        mediaType = mediaType.or(() -> given(text));
    }

    void contentId(String text) {
        contentId = contentId.or(() -> given(text));
    }

    void content(TnefRange range) {
        content = content.filter(known -> known.length() > 0).or(() -> Optional.of(range));
    }

    void message(TnefMessage enclosed) {
        message = message.or(() -> Optional.of(enclosed));
    }

    TnefFile file() {
        return new TnefFile(longName.or(() -> name), mediaType, contentId, content, message);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(words -> !words.isBlank());
    }
}
