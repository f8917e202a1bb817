package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageContext.Referral;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Reference;
import io.switchboard.canonical.ReferenceKind;
import io.switchboard.connector.payload.Payload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a message refers to: another message, a product, the advertisement that brought the customer. */
record Context(Optional<Reference> inReplyTo, Set<MessageFlag> flags, MessageContext about) {

    static Context of(Payload message) {
        var context = message.get("context");
        return new Context(
                context.flatMap(referred -> Words.of(referred, "id"))
                        .map(id -> new Reference(ReferenceKind.REPLY, id, Optional.empty())),
                context.map(Context::forwarded).orElse(Set.of()),
                new MessageContext(
                        message.get("referral").map(Context::referral),
                        context.flatMap(referred -> referred.get("referred_product"))
                                .map(Context::product),
                        Optional.empty(),
                        List.of()));
    }

    private static Set<MessageFlag> forwarded(Payload context) {
        var flags = EnumSet.noneOf(MessageFlag.class);
        if (context.flag("forwarded")) {
            flags.add(MessageFlag.FORWARDED);
        }
        if (context.flag("frequently_forwarded")) {
            flags.add(MessageFlag.FREQUENTLY_FORWARDED);
        }
        return flags;
    }

    private static Part.Product product(Payload product) {
        return new Part.Product(
                Words.of(product, "catalog_id").orElse(""),
                Words.require(product, "product_retailer_id"),
                Optional.empty());
    }

    private static Referral referral(Payload referral) {
        return new Referral(
                Words.of(referral, "source_type").orElse("unknown"),
                Words.of(referral, "source_id"),
                Words.of(referral, "source_url"),
                Words.of(referral, "headline"),
                Words.of(referral, "ctwa_clid"));
    }

    String openedBy() {
        return about.referral().isPresent() ? "ad_click" : "message";
    }
}
