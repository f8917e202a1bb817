package io.switchboard.connector.email.tnef;

import java.util.List;
import java.util.Optional;

/**
 * A message that Outlook packed.
 *
 * @param texts the same text in several forms, or none
 * @param whole whether it was read to its end
 */
public record TnefMessage(Optional<String> subject, List<TnefText> texts, List<TnefFile> files, boolean whole) {
    public TnefMessage {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    /** Empty when these bytes are no such message. */
    public static Optional<TnefMessage> read(TnefSource source) {
        return TnefReader.isTnef(source, 0, source.size())
                ? Optional.of(new TnefReader(source, 0, source.size(), 0).read())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "TnefMessage[" + files.size() + " files]";
    }
}
