package io.switchboard.connector.email.automatic;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.mime.AddressList;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.Mailbox;
import java.util.List;
import java.util.Optional;

/**
 * What SMTP said beside the mail (RFC 5321 §2.3.1), as far as it is known.
 *
 * @param from the reverse-path without brackets; empty text is the null reverse-path
 */
public record Envelope(Optional<String> from, List<Mailbox> to) {

    public Envelope {
        to = List.copyOf(to);
    }

    public static Envelope of(Delivery delivery, Mail mail) {
        var recipients = delivery.headers().all("envelope-to").stream()
                .flatMap(value -> AddressList.parse(value).stream())
                .toList();
        var from =
                delivery.headers().first("envelope-from").or(() -> mail.header().raw("Return-Path"));
        return new Envelope(from.map(path -> path.replaceAll("[<>\\s]", "")), recipients);
    }

    /** Bounces and automatic answers have it, so that nobody answers them (RFC 5321 §4.5.5, RFC 3834 §4). */
    boolean hasNullReturnPath() {
        return from.filter(String::isEmpty).isPresent();
    }

    /** Some autoresponders and old servers send under the mail system's name instead. */
    boolean isFromMailSystem() {
        return from.map(path -> Mailbox.ofAddress(path).localPart())
                .filter(RobotAddress::isMailSystem)
                .isPresent();
    }

    @Override
    public String toString() {
        return "Envelope[***]";
    }
}
