package io.switchboard.gateway.intake.mail;

import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** The SMTP receiver. Starts after all that it needs, stops before it, and lets mails that are being received come to an end. */
final class SmtpReceiver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpReceiver.class);

    private final MailIntakeProperties.Smtp properties;
    private final MailConnections connections;
    private final MailIntake intake;
    private final MailMemory memory;
    private final SmtpTls tls;
    private volatile @Nullable Running running;

    SmtpReceiver(
            MailIntakeProperties.Smtp properties,
            MailConnections connections,
            MailIntake intake,
            MailMemory memory,
            SmtpTls tls) {
        this.properties = properties;
        this.connections = connections;
        this.intake = intake;
        this.memory = memory;
        this.tls = tls;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        var clients = new SmtpClients(properties.timeout());
        var server = server(clients);
        server.start();
        running = new Running(server, clients);
        log.atInfo().addKeyValue("port", server.getPortAllocated()).log("smtp receiver started");
    }

    @Override
    public void stop() {
        var stopping = running;
        if (stopping == null) {
            return;
        }
        running = null;
        try {
            if (!stopping.clients().leave(properties.grace())) {
                log.atWarn().log("smtp receiver stopped while mails were being received");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        stopping.server().stop();
        stopping.clients().close();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Where it listens, also when any free port was asked for; 0 while it does not. */
    int port() {
        var current = running;
        return current == null ? 0 : current.server().getPortAllocated();
    }

    private SMTPServer server(SmtpClients clients) {
        var server = SMTPServer.port(properties.port())
                .bindAddress(properties.bindAddress())
                .hostName(properties.hostName())
                .softwareName("Switchboard")
                .insertReceivedHeaders(false)
                .maxMessageSize(Math.toIntExact(properties.maxSize().toBytes()))
                .maxConnections(properties.maxConnections())
                .maxRecipients(-1)
                .connectionTimeoutMs(Math.toIntExact(properties.timeout().toMillis()))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .sessionHandler(clients)
                .messageHandlerFactory(context -> transaction((Session) context, clients))
                .build();
        SmtpCommands.install(server.getCommandHandler(), tls, clients);
        return server;
    }

    private SmtpTransaction transaction(Session session, SmtpClients clients) {
        return new SmtpTransaction(
                session, connections, intake, memory, new SmtpTransaction.Bounds(clients, properties));
    }

    /** A server cannot be started twice, so that each start has its own. */
    private record Running(SMTPServer server, SmtpClients clients) {}
}
