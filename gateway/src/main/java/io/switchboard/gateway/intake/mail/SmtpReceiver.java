package io.switchboard.gateway.intake.mail;

import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** The SMTP receiver. Starts after all that it needs, stops before it, and lets mails that are being received come to an end. */
final class SmtpReceiver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpReceiver.class);

    private final MailIntakeProperties.Smtp properties;
    private final SmtpTransfers transfers = new SmtpTransfers();
    private final SMTPServer server;

    SmtpReceiver(
            MailIntakeProperties.Smtp properties, MailConnections connections, MailIntake intake, MailMemory memory) {
        this.properties = properties;
        this.server = SMTPServer.port(properties.port())
                .bindAddress(properties.bindAddress())
                .hostName(properties.hostName())
                .softwareName("Switchboard")
                .insertReceivedHeaders(false)
                .maxMessageSize(Math.toIntExact(properties.maxSize().toBytes()))
                .maxConnections(properties.maxConnections())
                .maxRecipients(properties.maxRecipients())
                .connectionTimeoutMs(Math.toIntExact(properties.timeout().toMillis()))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(
                        context -> new SmtpTransaction((Session) context, connections, intake, memory, transfers))
                .build();
        SmtpCommands.install(server.getCommandHandler());
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        server.start();
        log.atInfo().addKeyValue("port", port()).log("smtp receiver started");
    }

    @Override
    public void stop() {
        try {
            if (!transfers.drain(properties.grace())) {
                log.atWarn().log("smtp receiver stopped while mails were being received");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Where it listens, also when any free port was asked for. */
    int port() {
        return server.getPortAllocated();
    }
}
