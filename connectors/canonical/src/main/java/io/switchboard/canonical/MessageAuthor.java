package io.switchboard.canonical;

import java.util.Optional;

/**
 * Who wrote a published message.
 *
 * @param identityId absent when the platform names nobody
 * @param address what a person would type to reach the author: an e-mail address, a phone number
 */
public record MessageAuthor(
        AuthorKind kind,
        Optional<IdentityId> identityId,
        Optional<String> address,
        Optional<String> displayName,
        Optional<String> handle) {

    public static MessageAuthor of(TenantId tenant, Author author) {
        var party = author.party();
        return new MessageAuthor(
                author.kind(),
                party.identities().stream().findFirst().map(key -> IdentityId.of(tenant, key)),
                party.address(),
                party.displayName(),
                party.handle());
    }

    @Override
    public String toString() {
        return "MessageAuthor[" + kind + "]";
    }
}
