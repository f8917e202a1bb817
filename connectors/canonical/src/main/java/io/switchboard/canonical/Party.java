package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * A person or account as one delivery names it.
 *
 * @param identities all names given at once, the one to know the person by first; empty for an anonymous author
 * @param address what a person would type to reach it: a phone number, an e-mail address
 * @param displayName the name shown by the platform, if it shows one
 * @param handle the platform's public user name, if there is one
 */
public record Party(
        List<IdentityKey> identities, Optional<String> address, Optional<String> displayName, Optional<String> handle) {

    /** Somebody the platform does not name. */
    public static final Party ANONYMOUS = new Party(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Party {
        identities = List.copyOf(identities);
    }

    @Override
    public String toString() {
        return "Party[***]";
    }
}
