package io.switchboard.connector.email.account;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.email.mime.AddressList;
import io.switchboard.connector.email.mime.Mailbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that are the merchant's own: the connection's mailbox and what {@code own_addresses} lists, each also with a tag
 * behind a plus sign (RFC 5233). An answer to one of them would answer ourselves.
 */
public final class OwnAddresses {

    private final Set<String> known;

    private OwnAddresses(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    public static OwnAddresses of(ConnectionRef connection) {
        var listed = AddressList.parse(EmailSettings.of(connection, EmailSettings.OWN_ADDRESSES)).stream();
        return new OwnAddresses(Stream.concat(Stream.of(Mailbox.ofAddress(connection.account())), listed)
                .map(mailbox -> mailbox.localPart() + mailbox.atDomain())
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet()));
    }

    public boolean contains(Mailbox mailbox) {
        var domain = mailbox.atDomain();
        var name = mailbox.localPart();
        while (!known.contains(name + domain)) {
            var tag = name.lastIndexOf('+');
            if (tag < 1) {
                return false;
            }
            name = name.substring(0, tag);
        }
        return !domain.isEmpty();
    }

    public boolean containsAny(List<Mailbox> mailboxes) {
        return mailboxes.stream().anyMatch(this::contains);
    }

    @Override
    public String toString() {
        return "OwnAddresses[***]";
    }
}
