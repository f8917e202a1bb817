package io.switchboard.sandbox.platforms.mail;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody with a mailbox and a mail program. */
public final class MailCustomer {

    private final InternetAddress address;
    private final String merchant;
    private final MailWriter writer;
    private final Mailbox mailbox;

    MailCustomer(DemoCustomer person, String merchant, MailWriter writer, Mailbox mailbox) {
        this.address = MailWriter.address(person.mailAddress(), person.fullName());
        this.merchant = merchant;
        this.writer = writer;
        this.mailbox = mailbox;
    }

    public String address() {
        return address.getAddress();
    }

    /** A mail to the merchant, not yet sent; each call has a new Message-ID. */
    public RawMail writes(String subject, String text) {
        return writes(MailDraft.of(merchant, subject, text));
    }

    public RawMail writes(MailDraft draft) {
        return writer.write(address, draft);
    }

    /** What has arrived, oldest first. */
    public List<ReceivedMail> mailbox() {
        return mailbox.list();
    }

    /**
     * An answer as a mail program writes it: to the sender, one {@code Re:}, the answered mail quoted below, In-Reply-To its
     * Message-ID, References its references and then its Message-ID (RFC 5322, 3.6.4).
     */
    public RawMail answers(ReceivedMail mail, String text) {
        var subject = mail.subject().regionMatches(true, 0, "Re:", 0, 3) ? mail.subject() : "Re: " + mail.subject();
        var quoted = mail.text().lines().map(line -> "> " + line).collect(Collectors.joining("\r\n"));
        var body = "%s\r\n\r\nOn an earlier day, %s wrote:\r\n%s\r\n".formatted(text, mail.from(), quoted);
        return writes(MailDraft.of(mail.from(), subject, body).answering(mail.messageId(), thread(mail)));
    }

    private static List<String> thread(ReceivedMail mail) {
        var references = new ArrayList<>(mail.references());
        if (references.isEmpty()) {
            mail.inReplyTo().ifPresent(references::add);
        }
        references.add(mail.messageId());
        return references;
    }
}
