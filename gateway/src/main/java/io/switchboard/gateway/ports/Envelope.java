package io.switchboard.gateway.ports;

import io.switchboard.connector.SmtpAnswer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who a mail is from and for, as SMTP writes it.
 *
 * @param from empty for the null return path (RFC 5321 §4.5.5)
 */
record Envelope(String from, List<String> recipients) {

    /** What a server says to an address it cannot read (RFC 3463 §3.2); said here before it could end a command early. */
    static final SmtpAnswer BAD_ADDRESS = new SmtpAnswer(553, "5.1.3");

    /** What a server without SMTPUTF8 says to an address it may not be shown (RFC 6531 §3.7.4.2). */
    static final SmtpAnswer NON_ASCII_ADDRESS = new SmtpAnswer(553, "5.6.7");

    /** Mailbox of RFC 5321 §4.1.2, generous where sites are: dots anywhere, any domain without structure. */
    private static final Pattern MAILBOX = Pattern.compile(
            "(?:\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\\x20-\\x7e])*\"|[^\\s\\p{Cntrl}\"<>()\\[\\],;:\\\\@]+)@[^\\s\\p{Cntrl}<>@\"]+");

    Envelope {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a mail has at least one recipient");
        }
    }

    boolean isWritable() {
        return (from.isEmpty() || isMailbox(from)) && recipients.stream().allMatch(Envelope::isMailbox);
    }

    boolean isAscii() {
        return isAscii(from) && recipients.stream().allMatch(Envelope::isAscii);
    }

    @Override
    public String toString() {
        return "Envelope[" + recipients.size() + " recipients]";
    }

    private static boolean isMailbox(String address) {
        return MAILBOX.matcher(address).matches();
    }

    private static boolean isAscii(String address) {
        return address.chars().allMatch(character -> character < 128);
    }
}
