package io.switchboard.gateway.flow;

import io.switchboard.canonical.TicketStateChange;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.LetterBox;
import io.switchboard.gateway.replies.ReplyCommands;
import io.switchboard.gateway.replies.ReplyCommands.InvalidCommandException;
import io.switchboard.gateway.tickets.Threads;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;

/** One message of the helpdesk core: carried out, or put with its reason into the Invalid Message Channel; then committed. */
@Component
class ControlMessages {

    private final ReplyCommands replies;
    private final Threads threads;
    private final LetterBox letters;

    ControlMessages(ReplyCommands replies, Threads threads, LetterBox letters) {
        this.replies = replies;
        this.threads = threads;
        this.letters = letters;
    }

    public void reply(Exchange exchange) throws JournalUnavailableException {
        try {
            replies.take(body(exchange));
        } catch (InvalidCommandException invalid) {
            refuse(exchange, String.valueOf(invalid.getMessage()));
        } catch (NonTransientDataAccessException poison) {
            // Whatever PostgreSQL refuses of this command it will refuse for ever; an outage is transient and read
            // again.
            refuse(exchange, "could not be stored: " + poison.getClass().getSimpleName());
        }
        commit(exchange);
    }

    public void ticketState(Exchange exchange) throws JournalUnavailableException {
        try {
            var told = CanonicalJson.read(body(exchange), TicketStateChange.class);
            switch (told.state()) {
                case CLOSED -> threads.closed(told.threadId(), told.ticketId(), told.at());
                case REOPENED, SPLIT -> threads.opened(told.threadId(), told.ticketId());
                case MERGED ->
                    threads.opened(told.threadId(), told.intoTicketId().orElse(told.ticketId()));
            }
        } catch (CanonicalJson.UnreadableException invalid) {
            refuse(exchange, String.valueOf(invalid.getMessage()));
        } catch (NonTransientDataAccessException poison) {
            refuse(exchange, "could not be stored: " + poison.getClass().getSimpleName());
        }
        commit(exchange);
    }

    private static byte[] body(Exchange exchange) {
        var body = exchange.getMessage().getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }

    private void refuse(Exchange exchange, String reason) throws JournalUnavailableException {
        var topic = exchange.getMessage().getHeader(KafkaConstants.TOPIC, String.class);
        letters.invalid(topic, body(exchange), reason);
    }

    private static void commit(Exchange exchange) {
        exchange.getMessage()
                .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                .commit();
    }
}
