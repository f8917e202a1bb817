package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One element of {@code messages[]} with the person it belongs to. Made by {@link InboundMessages}. */
public record InboundMessage(WhatsAppPerson from, ObjectNode json) {

    public String wamid() {
        return json.path("id").asText();
    }

    public String type() {
        return json.path("type").asText();
    }

    /** The same message as an answer that quotes another. */
    public InboundMessage quoting(String wamid, Optional<String> author) {
        var changed = json.deepCopy();
        var context = changed.putObject("context");
        author.ifPresent(number -> context.put("from", number));
        context.put("id", wamid);
        return new InboundMessage(from, changed);
    }

    /** The same message, passed on from another chat. */
    public InboundMessage forwarded() {
        var changed = json.deepCopy();
        changed.putObject("context").put("forwarded", true);
        return new InboundMessage(from, changed);
    }

    /** The same message, the first after a tap on a click-to-WhatsApp advertisement. */
    public InboundMessage fromAdvertisement(String adId, String headline) {
        var changed = json.deepCopy();
        changed.putObject("referral")
                .put("source_url", "https://fb.me/" + adId)
                .put("source_id", adId)
                .put("source_type", "ad")
                .put("headline", headline)
                .put("body", "Tap to chat with us")
                .put("media_type", "image")
                .put("ctwa_clid", "ARAkLkA8rmlFeiCktEJQ-" + adId);
        return new InboundMessage(from, changed);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + wamid() + ", " + type() + ", ***]";
    }
}
