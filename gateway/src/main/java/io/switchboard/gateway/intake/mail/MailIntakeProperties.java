package io.switchboard.gateway.intake.mail;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param mailMemory how many bytes of mails may be held at once while they are received; more wait, then come again later
 */
@ConfigurationProperties("switchboard.intake")
record MailIntakeProperties(
        @DefaultValue Smtp smtp,
        @DefaultValue Imap imap,
        @DefaultValue("256MB") DataSize mailMemory) {

    MailIntakeProperties {
        if (mailMemory.compareTo(smtp.maxSize()) < 0 || mailMemory.compareTo(imap.maxSize()) < 0) {
            throw new IllegalArgumentException(
                    "switchboard.intake.mail-memory holds at least one mail of the maximal size");
        }
    }

    /**
     * @param enabled whether this process receives mail by SMTP
     * @param port 0 for any free one
     * @param hostName how the receiver introduces itself
     * @param sslBundle the Spring SSL bundle ({@code spring.ssl.bundle.pem.<name>}) whose certificate STARTTLS shows; not offered when empty
     * @param maxSize of one mail; larger ones are answered 552
     * @param maxConnections at once; further ones are answered 421
     * @param maxRecipients of one mail; further ones are answered 452
     * @param timeout for each whole command of the client, and each 64 KB of a mail
     * @param grace how long a stop waits for mails that are being received
     */
    record Smtp(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("127.0.0.1") InetAddress bindAddress,
            @DefaultValue("2525") int port,
            @DefaultValue("localhost") String hostName,
            @DefaultValue("") String sslBundle,
            @DefaultValue("40MB") DataSize maxSize,
            @DefaultValue("200") int maxConnections,
            @DefaultValue("100") int maxRecipients,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("10s") Duration grace) {}

    /**
     * @param enabled whether this process polls mailboxes
     * @param pollInterval how often a mailbox is looked at when its server announces nothing, or when it found no lasting place
     * @param batch how many mails are listed at once, and taken before their place is written down
     * @param maxSize of one mail; of larger ones the beginning is taken
     * @param maxConnections that last at once; mailboxes beyond them are visited in turn
     * @param connectTimeout until TCP and TLS stand
     * @param readTimeout for each answer of the server
     * @param idleFor how long one IDLE command lasts; RFC 2177 wants less than 29 minutes, home routers less than 10
     * @param margin how far before the last look mails are read again after their server numbered them anew
     * @param longestPause between attempts to reach a server that is away
     * @param refusedPause before a login that the server refused is tried again with the same password
     * @param imports how many histories are imported at once
     * @param importPerSecond how many mails one import takes in a second
     * @param look how often the connections are looked at for mailboxes that came, changed or went, and for imports, and how often this process
     *     says that it is there
     * @param handover after so long a silence of a process others read its mailboxes and go on with its imports
     */
    record Imap(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("60s") Duration pollInterval,
            @DefaultValue("200") int batch,
            @DefaultValue("40MB") DataSize maxSize,
            @DefaultValue("2000") int maxConnections,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("20s") Duration readTimeout,
            @DefaultValue("9m") Duration idleFor,
            @DefaultValue("24h") Duration margin,
            @DefaultValue("1m") Duration longestPause,
            @DefaultValue("5m") Duration refusedPause,
            @DefaultValue("2") int imports,
            @DefaultValue("20") int importPerSecond,
            @DefaultValue("5s") Duration look,
            @DefaultValue("45s") Duration handover) {

        private static final Duration LONGEST_IDLE = Duration.ofMinutes(29);

        Imap {
            if (idleFor.plus(readTimeout).compareTo(LONGEST_IDLE) > 0) {
                throw new IllegalArgumentException(
                        "switchboard.intake.imap.idle-for and read-timeout are together at most 29 minutes");
            }
            if (handover.compareTo(look.multipliedBy(3)) < 0) {
                throw new IllegalArgumentException("switchboard.intake.imap.handover is at least three times look");
            }
        }
    }
}
