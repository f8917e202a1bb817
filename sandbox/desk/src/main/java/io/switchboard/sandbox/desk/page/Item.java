package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.List;
import java.util.Optional;

/** One thing in a conversation as the page shows it. */
sealed interface Item extends Versioned {

    /** Which fragment of the template shows it. */
    String shape();

    /** Where a new day begins. */
    record Day(String key, String label) implements Item {
        @Override
        public String shape() {
            return "day";
        }
    }

    /**
     * A message.
     *
     * @param ours whether the merchant's side wrote it
     * @param author who, where the title of the conversation does not say it
     * @param gone what to say instead of the words when its author took it back; empty otherwise
     * @param again its words, where somebody may want to send them again
     * @param earlier its words before it was edited, oldest first
     */
    record Bubble(
            String key,
            boolean ours,
            String author,
            String subject,
            Optional<Quote> quote,
            List<Piece> pieces,
            String gone,
            List<String> earlier,
            List<Badge> badges,
            List<Mark> reactions,
            Stamp at,
            Optional<DeliveryView> delivery,
            String again,
            Optional<Origin> origin)
            implements Item {
        @Override
        public String shape() {
            return "bubble";
        }

        @Override
        public String toString() {
            return "Bubble[***]";
        }
    }

    /** Something happened to an order, a refund, a shipment, a dispute. */
    record Milestone(
            String key,
            String icon,
            String title,
            String name,
            String total,
            List<Fact> lines,
            List<Fact> facts,
            Stamp at)
            implements Item {
        @Override
        public String shape() {
            return "milestone";
        }

        @Override
        public String toString() {
            return "Milestone[***]";
        }
    }

    /** A neutral line. */
    record Notice(String key, String text, String detail, Stamp at) implements Item {
        @Override
        public String shape() {
            return "notice";
        }

        @Override
        public String toString() {
            return "Notice[***]";
        }
    }

    /** @param target the key of the message it quotes, when it is on the page */
    record Quote(String label, String text, Optional<String> target) {
        @Override
        public String toString() {
            return "Quote[***]";
        }
    }

    /** A reaction, and whose. */
    record Mark(String reaction, String by) {}

    /** Why a message is here. */
    record Origin(List<Fact> facts, List<Fact> ids, Optional<String> deliveryId) {
        @Override
        public String toString() {
            return "Origin[***]";
        }
    }
}
