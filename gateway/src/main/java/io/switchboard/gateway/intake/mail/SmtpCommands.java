package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.Session;

/** Where the library's commands would lose mail or lie about it, ours take their place. */
final class SmtpCommands {

    private SmtpCommands() {}

    static void install(CommandHandler commands) {
        commands.addCommand(new Ehlo());
        commands.addCommand(new Mail());
        commands.addCommand(new Bdat());
    }

    /** Offers what {@link Bdat} cannot do no more: the library always offers CHUNKING. */
    private static final class Ehlo extends BaseCommand {

        Ehlo() {
            super("EHLO", "Introduce yourself.", "<hostname>");
        }

        @Override
        public void execute(String command, Session session) throws IOException {
            var words = getArgs(command);
            if (words.length < 2) {
                session.sendResponse("501 5.5.4 EHLO wants a name");
                return;
            }
            session.resetMailTransaction();
            session.setHelo(words[1]);
            session.sendResponse(
                    "250-" + session.getServer().getHostName() + "\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE "
                            + session.getServer().getMaxMessageSize());
        }
    }

    /** Takes every sender, since providers hand out addresses that the library's validation refuses, and any SIZE. */
    private static final class Mail extends BaseCommand {

        private static final Pattern HUGE = Pattern.compile("(?i).* SIZE=\\d{10,}\\b.*");

        private final MailCommand library = new MailCommand(address -> true);

        Mail() {
            super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
        }

        @Override
        public void execute(String command, Session session) throws IOException, DropConnectionException {
            if (HUGE.matcher(command).matches()) {
                session.sendResponse("552 5.3.4 Message size exceeds fixed limit");
                return;
            }
            library.execute(command, session);
        }
    }

    /** The library takes a connection that breaks within a chunk for the end of the mail, and a torn mail for a whole one. */
    private static final class Bdat extends BaseCommand {

        Bdat() {
            super("BDAT", "Not offered.");
        }

        @Override
        public void execute(String command, Session session) throws DropConnectionException {
            throw new DropConnectionException(502, "5.5.1 CHUNKING was not offered");
        }
    }
}
