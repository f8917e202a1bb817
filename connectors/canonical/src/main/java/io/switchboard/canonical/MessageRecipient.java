package io.switchboard.canonical;

import java.util.Optional;

/** Somebody a published message is addressed to. */
public record MessageRecipient(
        RecipientRole role, Optional<IdentityId> identityId, Optional<String> address, Optional<String> name) {

    public static MessageRecipient of(TenantId tenant, Recipient recipient) {
        var party = recipient.party();
        return new MessageRecipient(
                recipient.role(),
                party.identities().stream().findFirst().map(key -> IdentityId.of(tenant, key)),
                party.address(),
                party.displayName());
    }

    @Override
    public String toString() {
        return "MessageRecipient[" + role + "]";
    }
}
