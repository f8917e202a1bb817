package io.switchboard.sandbox.desk.page;

import java.util.List;
import java.util.Optional;

/** A part of a message as the page shows it. */
sealed interface Piece {

    /** Which fragment of the template shows it. */
    String shape();

    /**
     * Words.
     *
     * @param head what is shown at once
     * @param rest what a click shows, empty unless the text is long
     * @param large whether it is nothing but a few emoji
     */
    record Prose(Linked head, Linked rest, boolean large) implements Piece {
        @Override
        public String shape() {
            return "prose";
        }

        @Override
        public String toString() {
            return "Prose[***]";
        }
    }

    /**
     * A file, or what stands for it until it is there.
     *
     * @param state for an agent; empty when the file is there
     * @param address where it can be opened, when it can
     * @param isPicture whether the browser may show it in place
     */
    record File(
            String icon,
            String name,
            String detail,
            String state,
            String tone,
            Optional<String> address,
            boolean isPicture,
            Optional<Linked> caption)
            implements Piece {
        @Override
        public String shape() {
            return "file";
        }

        @Override
        public String toString() {
            return "File[***]";
        }
    }

    /** Anything with a title and facts: a place, a contact, a product, a basket, a form, an invitation, buttons. */
    record Card(
            String icon, String kind, String title, List<Fact> facts, List<String> choices, Optional<String> address)
            implements Piece {

        static Card of(String icon, String kind, String title, List<Fact> facts) {
            return new Card(icon, kind, title, facts, List.of(), Optional.empty());
        }

        @Override
        public String shape() {
            return "card";
        }

        @Override
        public String toString() {
            return "Card[***]";
        }
    }

    /** What cannot be shown, and why. */
    record Gap(String text, String why) implements Piece {
        @Override
        public String shape() {
            return "gap";
        }

        @Override
        public String toString() {
            return "Gap[***]";
        }
    }

    /** A name and a value. */
    record Fact(String name, String value) {
        @Override
        public String toString() {
            return "Fact[***]";
        }
    }
}
