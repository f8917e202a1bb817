package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Attachment;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.Money;
import io.switchboard.sandbox.desk.contract.Part;
import io.switchboard.sandbox.desk.page.Piece.Card;
import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns the parts of a message into what the page shows. */
final class Pieces {

    /** Longer texts are folded; a whole newsletter must not push a conversation off the page. */
    private static final int FOLD = 900;

    private static final int LARGE = 4;
    private static final int FIRST_SYMBOL = 0x2000;

    private Pieces() {}

    /**
     * The message's parts in their order, then the files that no part mentions. Of a mail's words those written this time are shown, the
     * others, which repeat earlier mails, are folded.
     */
    static List<Piece> of(Message message) {
        var mentioned = message.content().stream()
                .filter(Part.Media.class::isInstance)
                .map(part -> ((Part.Media) part).attachment())
                .collect(Collectors.toSet());
        var others = IntStream.range(0, message.attachments().size())
                .filter(index -> !mentioned.contains(index))
                .mapToObj(message.attachments()::get)
                .map(file -> FilePieces.piece(file, file.kind(), Optional.empty()));
        var words = words(message);
        var parts = message.content().stream()
                .filter(part -> words.isEmpty() || !isWords(part))
                .map(part -> of(part, message));
        return Stream.concat(words.stream(), Stream.concat(parts, others)).toList();
    }

    /** Of a mail; empty where each part is shown by itself. A text and its HTML say the same, and once is enough. */
    private static Optional<Piece> words(Message message) {
        var hasText = message.content().stream().anyMatch(Part.Text.class::isInstance);
        var hasHtml = message.content().stream().anyMatch(Part.Html.class::isInstance);
        return message.textStripped().isPresent() || (hasText && hasHtml)
                ? Optional.of(prose(message.words(), message.textPlain()))
                : Optional.empty();
    }

    private static boolean isWords(Part part) {
        return part instanceof Part.Text || part instanceof Part.Html;
    }

    /** The text on one line, cut where it gets too long for its place. */
    static String line(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }

    static Piece prose(String text) {
        return prose(text, text);
    }

    /** @param all what is there when it is unfolded */
    private static Piece prose(String text, String all) {
        var words = text.strip();
        var head = words.substring(0, folded(words));
        var whole = all.strip();
        if (head.equals(whole)) {
            return new Piece.Prose(Linked.of(whole), Linked.NOTHING, isFewEmoji(whole));
        }
        var rest = whole.startsWith(head) ? whole.substring(head.length()) : whole;
        return new Piece.Prose(Linked.of(head), Linked.of(rest), false);
    }

    private static int folded(String words) {
        if (words.length() <= FOLD) {
            return words.length();
        }
        var space = words.lastIndexOf(' ', FOLD);
        return space > FOLD / 2 ? space : words.offsetByCodePoints(0, words.codePointCount(0, FOLD));
    }

    private static Piece of(Part part, Message message) {
        return switch (part) {
            case Part.Text text -> prose(text.text());
            case Part.Html html -> prose(html.fallbackText());
            case Part.Media media -> file(media, message.attachments());
            case Part.Location place -> location(place);
            case Part.ContactCard contact -> contact(contact);
            case Part.Product product ->
                Card.of(
                        "tag",
                        "Product",
                        product.title().orElse(product.productId()),
                        facts("Product id", product.productId()));
            case Part.Order order -> basket(order);
            case Part.Template template ->
                Card.of(
                        "form",
                        "Template " + template.name(),
                        template.fallbackText(),
                        facts("Language", template.language()));
            case Part.Interactive offer -> interactive(offer);
            case Part.Postback choice -> Card.of("check", "Chose", choice.title(), facts("Payload", choice.payload()));
            case Part.FormResponse form ->
                Card.of("form", "Form answers", form.summary().orElse(form.form()), answers(form.answers()));
            case Part.Calendar invitation ->
                Card.of(
                        "calendar",
                        "Calendar",
                        invitation.summary().orElse("Invitation"),
                        facts("Method", invitation.method()));
            case Part.SystemNotice notice -> prose(notice.fallbackText());
            case Part.Unsupported unknown ->
                new Piece.Gap("A part that cannot be shown here: " + unknown.providerType(), unknown.reason());
            case Part.Other other ->
                other.fallbackText().isBlank()
                        ? new Piece.Gap("A part that this desk does not know: " + other.kind(), "it brings no words")
                        : prose(other.fallbackText());
        };
    }

    private static Piece file(Part.Media media, List<Attachment> attachments) {
        if (media.attachment() < 0 || media.attachment() >= attachments.size()) {
            return new Piece.Gap("A file that is not attached: " + media.kind(), "the message names none there");
        }
        return FilePieces.piece(
                attachments.get(media.attachment()),
                media.kind(),
                media.caption().map(Linked::of));
    }

    private static Piece location(Part.Location place) {
        var coordinates = String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
        var facts = new ArrayList<Fact>();
        place.address().ifPresent(address -> facts.add(new Fact("Address", address)));
        facts.add(new Fact("Position", coordinates));
        return new Card(
                "pin",
                "Location",
                place.name().orElse(coordinates),
                facts,
                List.of(),
                place.url().filter(Pieces::isWeb));
    }

    private static Piece contact(Part.ContactCard contact) {
        var facts = new ArrayList<Fact>();
        contact.organisation().ifPresent(name -> facts.add(new Fact("Organisation", name)));
        contact.phones().forEach(phone -> facts.add(new Fact("Phone", phone)));
        contact.emails().forEach(email -> facts.add(new Fact("E-mail", email)));
        return Card.of("person", "Contact", contact.name().orElse("Without a name"), facts);
    }

    private static Piece basket(Part.Order order) {
        var items = order.items().stream()
                .map(item -> new Fact(
                        item.quantity() + " × " + item.productId(),
                        item.price().map(Pieces::money).orElse("")))
                .toList();
        var count = items.size() == 1 ? "1 item" : items.size() + " items";
        return Card.of("bag", "Basket", order.note().orElse(count), items);
    }

    private static Piece interactive(Part.Interactive offer) {
        var facts = new ArrayList<Fact>();
        offer.header().ifPresent(header -> facts.add(new Fact("Header", header)));
        offer.footer().ifPresent(footer -> facts.add(new Fact("Footer", footer)));
        var choices =
                offer.choices().stream().map(Part.Interactive.Choice::title).toList();
        return new Card("form", "Choice offered", offer.body(), facts, choices, Optional.empty());
    }

    private static List<Fact> answers(Map<String, String> answers) {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(answer -> new Fact(answer.getKey(), answer.getValue()))
                .toList();
    }

    static String money(Money money) {
        return money.amount() + " " + money.currency();
    }

    /** Only addresses of the web become links: a platform's word may be {@code javascript:}. */
    private static boolean isWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    private static List<Fact> facts(String name, String value) {
        return value.isEmpty() ? List.of() : List.of(new Fact(name, value));
    }

    private static boolean isFewEmoji(String text) {
        return text.codePoints().allMatch(Pieces::belongsToEmoji)
                && text.codePoints().anyMatch(Pieces::isEmoji)
                && text.codePoints().filter(Pieces::isEmoji).count() <= LARGE;
    }

    private static boolean belongsToEmoji(int point) {
        return isEmoji(point) || (Character.isEmojiComponent(point) && !Character.isDigit(point));
    }

    /** Digits and the like are emoji to Unicode, too. */
    private static boolean isEmoji(int point) {
        return Character.isEmoji(point) && !Character.isEmojiModifier(point) && point >= FIRST_SYMBOL;
    }
}
