package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.connections.Connection;
import java.net.IDN;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The connections whose deliveries are mails. Their account is their address. */
final class MailConnections {

    private final Supplier<Collection<Connection>> all;
    private final Predicate<String> takesMail;

    /** @param takesMail whether the connector of a name translates mails */
    MailConnections(Supplier<Collection<Connection>> all, Predicate<String> takesMail) {
        this.all = all;
        this.takesMail = takesMail;
    }

    Stream<Connection> all() {
        return all.get().stream()
                .filter(connection -> takesMail.test(connection.ref().connector()));
    }

    Optional<Connection> find(ConnectionId id) {
        return all().filter(connection -> connection.ref().id().equals(id)).findFirst();
    }

    /**
     * Those a recipient means: case does not matter, and {@code support+anything@shop.example} means {@code
     * support@shop.example} (RFC 5233) unless it is an account itself.
     */
    List<Connection> addressedBy(String recipient) {
        var exactly = withAccount(recipient);
        return exactly.isEmpty() ? withAccount(withoutDetail(recipient)) : exactly;
    }

    private List<Connection> withAccount(String address) {
        var wanted = ascii(address);
        return all().filter(connection -> ascii(connection.ref().account()).equalsIgnoreCase(wanted))
                .toList();
    }

    /** One spelling for a domain that can be written in two (RFC 5890). */
    private static String ascii(String address) {
        var domain = address.lastIndexOf('@') + 1;
        if (isAscii(address) || domain == 0) {
            return address;
        }
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            return address;
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static String withoutDetail(String address) {
        var at = address.lastIndexOf('@');
        var plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}
