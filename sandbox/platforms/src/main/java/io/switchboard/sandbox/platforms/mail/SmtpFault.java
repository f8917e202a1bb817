package io.switchboard.sandbox.platforms.mail;

/** What goes wrong with one mail on its way to the mail server. */
public sealed interface SmtpFault {

    /** The connection is reset when the sender says {@code DATA}: nothing was handed over. */
    record DropBeforeData() implements SmtpFault {}

    /**
     * The mail is taken completely, and the connection is reset before the 250: the sender cannot know, the recipient
     * has it.
     */
    record DropAfterData() implements SmtpFault {}

    /** The recipient is answered with this reply: 4xx asks to come again, 5xx never to. */
    record Refuse(int code, String text) implements SmtpFault {}
}
