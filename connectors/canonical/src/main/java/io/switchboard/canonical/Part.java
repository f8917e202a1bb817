package io.switchboard.canonical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of a message's content. A consumer that does not know a kind shows {@link #fallbackText()}; a platform's new kind
 * becomes {@link Unsupported}, so that a channel never stops.
 */
public sealed interface Part {

    /** The part in plain words; empty when there is nothing to say in words. */
    String fallbackText();

    /**
     * Plain text.
     *
     * @param text as written, line breaks kept
     */
    record Text(String text) implements Part {
        @Override
        public String fallbackText() {
            return text;
        }

        @Override
        public String toString() {
            return "Text[***]";
        }
    }

    /**
     * Text with markup.
     *
     * @param html as received: not sanitised, never to be shown as it is
     * @param fallbackText the same content as plain text
     */
    record Html(String html, String fallbackText) implements Part {
        @Override
        public String toString() {
            return "Html[***]";
        }
    }

    /**
     * A picture, a recording or a file.
     *
     * @param attachment index into the message's attachments, from 0
     * @param caption the sender's words to it
     */
    record Media(MediaKind media, int attachment, Optional<String> caption) implements Part {
        @Override
        public String fallbackText() {
            return caption.orElse(
                    "[" + media.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "]");
        }

        @Override
        public String toString() {
            return "Media[***]";
        }
    }

    /**
     * A place on the map, WGS 84.
     *
     * @param latitude degrees, north positive
     * @param longitude degrees, east positive
     * @param name of the place
     * @param address in words
     * @param url a map of it
     */
    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address, Optional<String> url)
            implements Part {
        @Override
        public String fallbackText() {
            return "[location] " + name.or(() -> address).orElse(latitude + ", " + longitude);
        }

        @Override
        public String toString() {
            return "Location[***]";
        }
    }

    /**
     * The card of a person or a business.
     *
     * @param name formatted
     * @param phones as written on the card
     * @param emails as written on the card
     * @param organisation company or department
     */
    record ContactCard(Optional<String> name, List<String> phones, List<String> emails, Optional<String> organisation)
            implements Part {
        public ContactCard {
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
        }

        @Override
        public String fallbackText() {
            return "[contact] " + name.orElse(String.join(", ", phones));
        }

        @Override
        public String toString() {
            return "ContactCard[***]";
        }
    }

    /**
     * A product somebody points at.
     *
     * @param catalogId the platform's id of the catalogue
     * @param productId the merchant's id of the product in it
     * @param title as shown
     */
    record Product(String catalogId, String productId, Optional<String> title) implements Part {
        @Override
        public String fallbackText() {
            return "[product] " + title.orElse(productId);
        }

        @Override
        public String toString() {
            return "Product[***]";
        }
    }

    /**
     * A basket sent as a message.
     *
     * @param catalogId the platform's id of the catalogue
     * @param note the customer's words to it
     */
    record Order(Optional<String> catalogId, List<Item> items, Optional<String> note) implements Part {
        public Order {
            items = List.copyOf(items);
        }

        @Override
        public String fallbackText() {
            return "[order of " + items.size() + (items.size() == 1 ? " item] " : " items] ") + note.orElse("");
        }

        @Override
        public String toString() {
            return "Order[***]";
        }

        /**
         * One position of a basket.
         *
         * @param productId the merchant's id of the product
         * @param quantity pieces
         */
        public record Item(String productId, int quantity, Optional<Money> price) {
            @Override
            public String toString() {
                return "Item[***]";
            }
        }
    }

    /**
     * A pre-approved message form of the platform.
     *
     * @param name as registered at the platform
     * @param language as the platform codes it, such as {@code en_US}
     * @param parameters what fills the placeholders, in their order
     * @param fallbackText the text with its placeholders filled
     */
    record Template(String name, String language, List<String> parameters, String fallbackText) implements Part {
        public Template {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Template[***]";
        }
    }

    /**
     * Buttons or a list offered to a reader.
     *
     * @param type the platform's form: {@code button}, {@code list}
     * @param header above the text
     * @param body the text itself
     * @param footer below the text
     */
    record Interactive(String type, Optional<String> header, String body, Optional<String> footer, List<Choice> choices)
            implements Part {
        public Interactive {
            choices = List.copyOf(choices);
        }

        @Override
        public String fallbackText() {
            return body;
        }

        @Override
        public String toString() {
            return "Interactive[***]";
        }

        /**
         * One thing to choose.
         *
         * @param payload what comes back as a postback
         * @param title on the button or in the list
         * @param description below the title
         */
        public record Choice(String payload, String title, Optional<String> description) {
            @Override
            public String toString() {
                return "Choice[***]";
            }
        }
    }

    /**
     * A button or a list entry somebody chose.
     *
     * @param title what the reader saw
     * @param payload what the offer carried
     */
    record Postback(String title, String payload) implements Part {
        @Override
        public String fallbackText() {
            return title;
        }

        @Override
        public String toString() {
            return "Postback[***]";
        }
    }

    /**
     * The answers of a form, as the platform names them.
     *
     * @param form the platform's id of the form
     * @param answers by the name of the question
     * @param summary the answers in one line, if the platform sends it
     */
    record FormResponse(String form, Map<String, String> answers, Optional<String> summary) implements Part {
        public FormResponse {
            answers = Map.copyOf(answers);
        }

        @Override
        public String fallbackText() {
            return summary.orElse("[form] " + form);
        }

        @Override
        public String toString() {
            return "FormResponse[***]";
        }
    }

    /**
     * An invitation or its answer (RFC 5545, RFC 5546).
     *
     * @param method REQUEST, REPLY, CANCEL and so on
     * @param uid the event's id, the same in every revision
     * @param summary what it is about
     */
    record Calendar(String method, String uid, Optional<String> summary) implements Part {
        @Override
        public String fallbackText() {
            return "[calendar] " + summary.orElse(method);
        }

        @Override
        public String toString() {
            return "Calendar[***]";
        }
    }

    /**
     * Something the platform says about the conversation.
     *
     * @param type what happened, in canonical words: {@code number_changed}
     * @param fallbackText the notice in words
     */
    record SystemNotice(String type, String fallbackText) implements Part {
        @Override
        public String toString() {
            return "SystemNotice[***]";
        }
    }

    /**
     * Content we cannot show, kept visible.
     *
     * @param providerType the platform's word for it
     * @param reason why it cannot be shown, for an operator
     */
    record Unsupported(String providerType, String reason) implements Part {
        @Override
        public String fallbackText() {
            return "[unsupported: " + providerType + "]";
        }

        @Override
        public String toString() {
            return "Unsupported[***]";
        }
    }
}
