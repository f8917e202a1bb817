package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.Body;
import java.util.List;

/** What became of an answer on its way to being a mail. */
sealed interface Composition {

    /**
     * Ready to submit.
     *
     * @param messageId without angle brackets
     * @param recipients who is answered first, then who gets a copy
     */
    record Composed(Body content, String messageId, String sender, List<String> recipients) implements Composition {
        public Composed {
            recipients = List.copyOf(recipients);
        }

        @Override
        public String toString() {
            return "Composed[" + content.size() + " bytes]";
        }
    }

    /** No server would take it. */
    record Unsendable(String code, String reason) implements Composition {}
}
