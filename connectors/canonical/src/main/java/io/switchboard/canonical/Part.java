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

    record Text(String text) implements Part {
        @Override
        public String fallbackText() {
            return text;
        }
    }

    /** @param fallbackText the same content as plain text */
    record Html(String html, String fallbackText) implements Part {}

    /**
     * A picture, a recording or a file.
     *
     * @param attachment index into the message's attachments, from 0
     */
    record Media(MediaKind media, int attachment, Optional<String> caption) implements Part {
        @Override
        public String fallbackText() {
            return caption.orElse(
                    "[" + media.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "]");
        }
    }

    /** Degrees, WGS 84. */
    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address, Optional<String> url)
            implements Part {
        @Override
        public String fallbackText() {
            return "[location] " + name.or(() -> address).orElse(latitude + ", " + longitude);
        }
    }

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
    }

    /** A product somebody points at. */
    record Product(String catalogId, String productId, Optional<String> title) implements Part {
        @Override
        public String fallbackText() {
            return "[product] " + title.orElse(productId);
        }
    }

    /** A basket sent as a message. */
    record Order(Optional<String> catalogId, List<Item> items, Optional<String> note) implements Part {
        public Order {
            items = List.copyOf(items);
        }

        @Override
        public String fallbackText() {
            return "[order of " + items.size() + (items.size() == 1 ? " item] " : " items] ") + note.orElse("");
        }

        public record Item(String productId, int quantity, Optional<Money> price) {}
    }

    /** A pre-approved message form of the platform. */
    record Template(String name, String language, List<String> parameters, String fallbackText) implements Part {
        public Template {
            parameters = List.copyOf(parameters);
        }
    }

    /** Buttons or a list offered to a reader. */
    record Interactive(String type, Optional<String> header, String body, Optional<String> footer, List<Choice> choices)
            implements Part {
        public Interactive {
            choices = List.copyOf(choices);
        }

        @Override
        public String fallbackText() {
            return body;
        }

        public record Choice(String payload, String title, Optional<String> description) {}
    }

    /** A button or a list entry somebody chose. */
    record Postback(String title, String payload) implements Part {
        @Override
        public String fallbackText() {
            return title;
        }
    }

    /** The answers of a form, as the platform names them. */
    record FormResponse(String form, Map<String, String> answers, Optional<String> summary) implements Part {
        public FormResponse {
            answers = Map.copyOf(answers);
        }

        @Override
        public String fallbackText() {
            return summary.orElse("[form] " + form);
        }
    }

    /** An invitation or its answer (RFC 5545, RFC 5546). */
    record Calendar(String method, String uid, Optional<String> summary) implements Part {
        @Override
        public String fallbackText() {
            return "[calendar] " + summary.orElse(method);
        }
    }

    /** Something the platform says about the conversation. */
    record SystemNotice(String type, String fallbackText) implements Part {}

    /** Content we cannot show, kept visible. */
    record Unsupported(String providerType, String reason) implements Part {
        @Override
        public String fallbackText() {
            return "[unsupported: " + providerType + "]";
        }
    }
}
