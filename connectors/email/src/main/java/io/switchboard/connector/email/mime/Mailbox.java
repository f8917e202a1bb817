package io.switchboard.connector.email.mime;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Party;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A name and an address as a header gives them (RFC 5322 §3.4); either may be missing in what people send. */
public record Mailbox(Optional<String> name, Optional<String> address) {

    private static final String SCHEME = "email";

    public Party party() {
        var identities = address.map(known -> IdentityKey.global(SCHEME, canonical(known))).stream()
                .toList();
        return new Party(identities, address, name, Optional.empty());
    }

    public boolean isAt(String other) {
        return address.filter(known -> canonical(known).equals(canonical(other)))
                .isPresent();
    }

    /** The part before the last at sign, lower-case; empty without address. */
    public String localPart() {
        return address.map(Mailbox::canonical)
                .map(known -> known.substring(0, Math.max(known.lastIndexOf('@'), 0)))
                .orElse("");
    }

    /** The rest of it, at sign included, lower-case; empty without address. */
    public String atDomain() {
        return address.map(Mailbox::canonical)
                .map(known -> known.substring(Math.max(known.lastIndexOf('@'), 0)))
                .filter(rest -> rest.startsWith("@"))
                .orElse("");
    }

    public static Mailbox ofAddress(String address) {
        return new Mailbox(Optional.empty(), Optional.of(address));
    }

    static List<Party> parties(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Mailbox::party).toList();
    }

    private static String canonical(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Mailbox[***]";
    }
}
