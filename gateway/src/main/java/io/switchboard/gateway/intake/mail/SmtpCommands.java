package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** Where the library's commands would lose mail or lie about it, ours take their place. */
final class SmtpCommands {

    private SmtpCommands() {}

    static void install(CommandHandler commands, SmtpTls tls, SmtpClients clients) {
        commands.addCommand(new Ehlo(tls));
        commands.addCommand(new Mail());
        commands.addCommand(new Bdat());
        commands.addCommand(new StartTls(tls));
        for (var verb : List.copyOf(commands.getVerbs())) {
            commands.addCommand(new Timed(commands.getCommand(verb), clients));
        }
    }

    /** While a command is carried out, nobody waits for the client; what is no command gives it no new time. */
    private record Timed(Command command, SmtpClients clients) implements Command {

        @Override
        public void execute(String line, Session session) throws IOException, DropConnectionException {
            clients.works(session);
            command.execute(line, session);
            clients.awaits(session);
        }

        @Override
        public HelpMessage getHelp() throws CommandException {
            return command.getHelp();
        }

        @Override
        public String getName() {
            return command.getName();
        }
    }

    private static final class StartTls extends BaseCommand {

        private final SmtpTls tls;

        StartTls(SmtpTls tls) {
            super("STARTTLS", "Secures the connection.");
            this.tls = tls;
        }

        @Override
        public void execute(String command, Session session) throws IOException {
            if (getArgs(command).length > 1) {
                session.sendResponse("501 5.5.4 STARTTLS takes no parameters");
            } else {
                tls.begin(session);
            }
        }
    }

    /** Offers what {@link Bdat} cannot do no more: the library always offers CHUNKING. */
    private static final class Ehlo extends BaseCommand {

        private final SmtpTls tls;

        Ehlo(SmtpTls tls) {
            super("EHLO", "Introduce yourself.", "<hostname>");
            this.tls = tls;
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
            session.sendResponse("250-" + session.getServer().getHostName()
                    + "\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                    + (tls.isOffered(session) ? "250-STARTTLS\r\n" : "") + "250 SIZE "
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
