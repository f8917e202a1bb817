package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.Supplier;

/**
 * Writes {@code messages[]} elements that point to a file, and puts the file into the store, so that what the webhook names
 * can be fetched.
 */
public final class InboundMedia {

    private final InboundMessages messages;
    private final MediaStore store;
    private final Supplier<URI> base;

    InboundMedia(InboundMessages messages, MediaStore store, Supplier<URI> base) {
        this.messages = messages;
        this.store = store;
        this.base = base;
    }

    public InboundMessage image(WhatsAppPerson from, String caption, byte[] png) {
        return media(from, "image", store.add("image/png", png), caption);
    }

    public InboundMessage photo(WhatsAppPerson from, String caption) {
        return image(from, caption, SampleMedia.photo());
    }

    public InboundMessage video(WhatsAppPerson from, String caption) {
        return media(from, "video", store.add("video/mp4", SampleMedia.startingWith("\0\0\0\030ftypmp42")), caption);
    }

    /** A voice note; {@code voice} tells it from a sound file. */
    public InboundMessage voice(WhatsAppPerson from) {
        var file = store.add("audio/ogg; codecs=opus", SampleMedia.startingWith("OggS"));
        return messages.message(
                from, "audio", content -> describe(content, file).put("voice", true));
    }

    public InboundMessage document(WhatsAppPerson from, String filename, String mimeType, byte[] bytes) {
        var file = store.add(mimeType, bytes);
        return messages.message(
                from, "document", content -> describe(content, file).put("filename", filename));
    }

    public InboundMessage sticker(WhatsAppPerson from) {
        var file = store.add("image/webp", SampleMedia.startingWith("RIFF\0\0\0\0WEBP"));
        return messages.message(
                from, "sticker", content -> describe(content, file).put("animated", false));
    }

    private InboundMessage media(WhatsAppPerson from, String type, StoredMedia file, String caption) {
        return messages.message(from, type, content -> {
            if (!caption.isEmpty()) {
                content.put("caption", caption);
            }
            describe(content, file);
        });
    }

    private ObjectNode describe(ObjectNode content, StoredMedia file) {
        return content.put("mime_type", file.mimeType())
                .put("sha256", file.sha256Base64())
                .put("id", file.id())
                .put("url", store.address(base.get(), file));
    }
}
