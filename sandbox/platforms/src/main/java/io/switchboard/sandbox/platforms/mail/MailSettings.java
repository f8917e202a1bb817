package io.switchboard.sandbox.platforms.mail;

import java.net.URI;

/**
 * The mail world of one merchant.
 *
 * @param smtpPort of the server that takes everybody's mail, on 127.0.0.1; 0 takes a free one
 * @param imapPort of the same mailboxes; 0 takes a free one
 * @param support the merchant's mailbox
 * @param password of every customer's mailbox
 * @param hook where raw messages are posted
 * @param hookToken presented there as Bearer token
 * @param seed of every Message-ID; see {@link io.switchboard.sandbox.platforms.wire.SeededIds}
 */
public record MailSettings(
        int smtpPort, int imapPort, MailAccount support, String password, URI hook, String hookToken, long seed) {

    private static final String PASSWORD = "sandbox-email-password";

    public static MailSettings sandbox(URI hook) {
        var support = new MailAccount("support@demo.example", PASSWORD);
        return new MailSettings(0, 0, support, PASSWORD, hook, "sandbox-email-secret", 1);
    }

    public MailSettings withPorts(int smtp, int imap) {
        return new MailSettings(smtp, imap, support, password, hook, hookToken, seed);
    }

    public MailSettings withHookToken(String changed) {
        return new MailSettings(smtpPort, imapPort, support, password, hook, changed, seed);
    }

    public MailSettings withSeed(long changed) {
        return new MailSettings(smtpPort, imapPort, support, password, hook, hookToken, changed);
    }

    @Override
    public String toString() {
        return "MailSettings[" + smtpPort + ", " + imapPort + ", " + support + ", ***]";
    }
}
