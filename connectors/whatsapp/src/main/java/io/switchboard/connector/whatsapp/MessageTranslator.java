package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Author;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundEvent.IdentityRekeyed;
import io.switchboard.canonical.InboundEvent.MessageDeleted;
import io.switchboard.canonical.InboundEvent.MessageEdited;
import io.switchboard.canonical.InboundEvent.MessageReceived;
import io.switchboard.canonical.InboundEvent.MessageSentElsewhere;
import io.switchboard.canonical.InboundEvent.ReactionChanged;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Recipient;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.Surface;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;

/** Says what one element of {@code messages[]}, or of {@code message_echoes[]}, means: always exactly one event. */
final class MessageTranslator {

    /** Who wrote: the customer, or the merchant in the WhatsApp Business app. */
    enum Side {
        CUSTOMER,
        BUSINESS
    }

    private static final Surface SURFACE = Surface.WHATSAPP_MESSAGE;

    private final BusinessNumber number;
    private final List<Person> contacts;
    private final Side side;

    MessageTranslator(BusinessNumber number, List<Person> contacts, Side side) {
        this.number = number;
        this.contacts = contacts;
        this.side = side;
    }

    InboundEvent translate(Payload message) {
        return switch (type(message)) {
            case "reaction" -> reaction(heading(message), message.require("reaction"));
            case "edit" -> edit(heading(message), message.require("edit"));
            case "revoke" -> revoke(heading(message), message.require("revoke"));
            case "system" -> system(message, message.require("system"));
            default -> written(heading(message), message);
        };
    }

    private static String type(Payload message) {
        return Words.of(message, "type").orElse("unknown");
    }

    private InboundEvent written(Heading heading, Payload message) {
        var context = Context.of(message);
        var written = builder(heading, heading.id(), message)
                .context(context.about())
                .reply(replyWindow(heading, context), heading.returnAddress(number, heading.id()))
                .build();
        return side == Side.CUSTOMER ? new MessageReceived(written) : new MessageSentElsewhere(written);
    }

    /** Only the customer opens the window; what the merchant writes does not. */
    private ReplyCapability replyWindow(Heading heading, Context context) {
        return side == Side.CUSTOMER
                ? ReplyWindow.openedAt(heading.at(), context.openedBy())
                : ReplyWindow.TEMPLATES_ONLY;
    }

    private InboundEvent reaction(Heading heading, Payload reaction) {
        return new ReactionChanged(
                Words.require(reaction, "message_id"),
                heading.author(),
                Words.of(reaction, "emoji"),
                heading.id(),
                heading.thread(),
                SURFACE,
                heading.at());
    }

    private InboundEvent edit(Heading heading, Payload edit) {
        var original = Words.require(edit, "original_message_id");
        var capability = side == Side.CUSTOMER ? ReplyWindow.leftAfterEdit(heading.at()) : ReplyWindow.TEMPLATES_ONLY;
        var replacement = builder(heading, original, edit.require("message"))
                .reply(capability, heading.returnAddress(number, original))
                .build();
        return new MessageEdited(replacement, heading.id());
    }

    private InboundEvent revoke(Heading heading, Payload revoke) {
        return new MessageDeleted(
                Words.require(revoke, "original_message_id"),
                heading.author(),
                heading.thread(),
                SURFACE,
                heading.at());
    }

    private InboundEvent system(Payload message, Payload system) {
        var from = Words.of(message, "from").or(() -> Words.of(system, "customer"));
        var now = Words.of(system, "wa_id").or(() -> Words.of(system, "new_wa_id"));
        if (Words.of(system, "type")
                        .filter(type -> type.endsWith("changed_number"))
                        .isPresent()
                && from.isPresent()
                && now.isPresent()) {
            return renumbered(message, Person.withoutPlus(from.get()), Person.withoutPlus(now.get()));
        }
        var person = Person.named(
                        from.or(() -> now),
                        Words.of(message, "from_user_id").or(() -> Words.of(system, "user_id")),
                        Words.of(message, "from_parent_user_id").or(() -> Words.of(system, "parent_user_id")))
                .among(contacts, message);
        var heading = heading(message, person, new Author(AuthorKind.SYSTEM, person.party()));
        var notice = new Part.SystemNotice(
                Words.of(system, "type").orElse("unknown"),
                Words.of(system, "body").orElse("[system message]"));
        return new MessageReceived(
                InboundMessage.builder(heading.id(), heading.thread(), SURFACE, heading.author(), heading.at())
                        .content(List.of(notice))
                        .reply(ReplyWindow.TEMPLATES_ONLY, heading.returnAddress(number, heading.id()))
                        .ext(number.ext())
                        .build());
    }

    private InboundEvent renumbered(Payload message, String previous, String current) {
        var both = new Person(
                List.of(previous, current), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new IdentityRekeyed(
                Person.numberIdentity(previous),
                Person.numberIdentity(current),
                number.thread(both),
                SURFACE,
                UnixTime.of(message, "timestamp", number.receivedAt()));
    }

    private InboundMessage.Builder builder(Heading heading, String nativeId, Payload source) {
        var content = Content.read(type(source), source);
        var context = Context.of(source);
        var builder = InboundMessage.builder(nativeId, heading.thread(), SURFACE, heading.author(), heading.at())
                .content(content.parts())
                .attachments(content.attachments())
                .flags(context.flags())
                .ext(number.ext());
        context.inReplyTo().ifPresent(builder::inReplyTo);
        if (side == Side.BUSINESS) {
            builder.recipients(
                    List.of(new Recipient(RecipientRole.TO, heading.customer().party())));
        }
        return builder;
    }

    private Heading heading(Payload message) {
        var customer = customer(message).among(contacts, message);
        return heading(
                message,
                customer,
                side == Side.CUSTOMER
                        ? Author.customer(customer.party())
                        : new Author(AuthorKind.BUSINESS_NATIVE_APP, Party.ANONYMOUS));
    }

    private Heading heading(Payload message, Person customer, Author author) {
        var group = Words.of(message, "group_id");
        return new Heading(
                Words.require(message, "id"),
                customer,
                author,
                group,
                group.map(number::group).orElseGet(() -> number.thread(customer)),
                UnixTime.of(message, "timestamp", number.receivedAt()));
    }

    private Person customer(Payload message) {
        var end = side == Side.CUSTOMER ? "from" : "to";
        return Person.named(
                Words.of(message, end),
                Words.of(message, end + "_user_id"),
                Words.of(message, end + "_parent_user_id"));
    }
}
