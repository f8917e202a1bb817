package io.switchboard.sandbox.platforms.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import io.switchboard.sandbox.platforms.wire.SimulatedPlatform;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everybody's mailboxes on one mail server: the merchant's support address and the customers'. Mail to {@link #smtpPort()}
 * ends in the addressee's mailbox; {@link #imapPort()} is how the merchant polls. Nothing leaves this machine.
 */
public final class MailWorld implements SimulatedPlatform {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration HOOK_CONNECT = Duration.ofSeconds(2);
    private static final Duration HOOK_TOTAL = Duration.ofSeconds(10);

    /** RFC 3501, 5.4: a server that logs idle clients out waits at least thirty minutes. */
    private static final Duration IMAP_IDLE = Duration.ofMinutes(31);

    private final MailSettings settings;
    private final GreenMail server;
    private final SmtpDoor door;
    private final MailHookCaller hook;
    private final HookClient hookClient;
    private final Mailbox support;
    private final Map<DemoCustomer, MailCustomer> customers = new EnumMap<>(DemoCustomer.class);

    private MailWorld(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.server = startServer(settings.imapPort());
        this.door = openDoor(settings.smtpPort());
        this.hookClient = new HookClient(HOOK_CONNECT, HOOK_TOTAL);
        this.hook = new MailHookCaller(settings.hook(), settings.hookToken(), hookClient);
        this.support = mailbox(settings.support());
        var writer = new MailWriter(new SeededIds(settings.seed()), clock);
        for (var person : DemoCustomer.values()) {
            var inbox = mailbox(new MailAccount(person.mailAddress(), settings.password()));
            customers.put(person, new MailCustomer(person, settings.support().address(), writer, inbox));
        }
    }

    public static MailWorld start(MailSettings settings, Clock clock) {
        return new MailWorld(settings, clock);
    }

    /** Where the merchant, and everybody, hands in mail. Faults of {@link #door()} apply here. */
    public int smtpPort() {
        return door.port();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public SmtpDoor door() {
        return door;
    }

    public MailHookCaller hook() {
        return hook;
    }

    public MailCustomer customer(DemoCustomer person) {
        return Objects.requireNonNull(customers.get(person));
    }

    /** What lies in the merchant's support mailbox, fetched or not. */
    public List<ReceivedMail> supportMailbox() {
        return support.list();
    }

    /** Puts a mail into its addressee's mailbox, past the faults of the door, for the merchant to find by IMAP. */
    public void deliver(RawMail mail) throws MessagingException {
        SmtpPost.send(mail, LOOPBACK, server.getSmtp().getPort());
    }

    public MailAccount supportAccount() {
        return settings.support();
    }

    @Override
    public void close() {
        door.close();
        hookClient.close();
        server.stop();
    }

    private static GreenMail startServer(int imapPort) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop();
            throw new IllegalStateException("port " + imapPort + " on " + LOOPBACK + " cannot be listened on", e);
        }
        server.getImap().setClientSocketTimeout(Math.toIntExact(IMAP_IDLE.toMillis()));
        return server;
    }

    private SmtpDoor openDoor(int smtpPort) {
        try {
            return SmtpDoor.open(smtpPort, server.getSmtp().getPort());
        } catch (IllegalStateException e) {
            server.stop();
            throw e;
        }
    }

    private Mailbox mailbox(MailAccount account) {
        GreenMailUser user = server.setUser(account.address(), account.address(), account.password());
        return new Mailbox(server.getManagers().getImapHostManager(), user);
    }
}
