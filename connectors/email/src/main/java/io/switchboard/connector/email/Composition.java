package io.switchboard.connector.email;

import io.switchboard.connector.Body;

/** What became of an answer on its way to being a mail. */
sealed interface Composition {

    /**
     * Ready to submit.
     *
     * @param messageId without angle brackets
     */
    record Composed(Body content, String messageId, String sender, String recipient) implements Composition {
        @Override
        public String toString() {
            return "Composed[" + content.size() + " bytes]";
        }
    }

    /** No server would take it. */
    record Unsendable(String code, String reason) implements Composition {}
}
