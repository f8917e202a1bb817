package io.switchboard.gateway.intake.mail;

import org.apache.camel.builder.RouteBuilder;

/** The template of all mailbox routes. A failure is for the consumer to see: it stays before the mail and looks again. */
final class MailboxRoute extends RouteBuilder {

    static final String TEMPLATE = "mailbox";

    /** Not just "connection": an environment variable of a parameter's name would win over its value. */
    static final String CONNECTION = "switchboardMailboxConnection";

    private final MailboxIntake intake;

    MailboxRoute(MailboxIntake intake) {
        this.intake = intake;
    }

    @Override
    public void configure() {
        routeTemplate(TEMPLATE)
                .templateParameter(CONNECTION)
                .from("mailbox:{{" + CONNECTION + "}}")
                .errorHandler(noErrorHandler())
                .process(intake)
                .id("append-{{" + CONNECTION + "}}");
    }
}
