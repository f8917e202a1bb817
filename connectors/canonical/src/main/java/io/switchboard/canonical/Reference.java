package io.switchboard.canonical;

import java.util.Optional;

/**
 * A message another message points at, kept even when it is not known here.
 *
 * @param preview a few words of the referred message, if the platform sent them
 */
public record Reference(ReferenceKind kind, String nativeId, Optional<String> preview) {

    @Override
    public String toString() {
        return "Reference[" + kind + "]";
    }
}
