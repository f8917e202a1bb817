package io.switchboard.sandbox.platforms.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A customer with a phone in the hand: every method is one thing they do and one signed delivery to the webhook. */
public final class WhatsAppCustomer {

    private final WhatsAppPerson person;
    private final WhatsAppCaller caller;

    WhatsAppCustomer(WhatsAppPerson person, WhatsAppCaller caller) {
        this.person = person;
        this.caller = caller;
    }

    public WhatsAppPerson person() {
        return person;
    }

    public Posted says(String text) {
        return caller.post(caller.messages().text(person, text));
    }

    /** Quotes a message, of either side. */
    public Posted answers(String wamid, String text) {
        return caller.post(caller.messages().text(person, text).quoting(wamid, Optional.empty()));
    }

    /** Taps a reply button under a message; the tap quotes that message. */
    public Posted taps(String wamid, String buttonId, String title) {
        return caller.post(
                caller.messages().buttonReply(person, buttonId, title).quoting(wamid, Optional.empty()));
    }

    public Posted sendsPhoto(String caption) {
        return caller.post(caller.media().photo(person, caption));
    }

    public Posted sendsVideo(String caption) {
        return caller.post(caller.media().video(person, caption));
    }

    public Posted sendsVoiceNote() {
        return caller.post(caller.media().voice(person));
    }

    public Posted sendsDocument(String filename, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return caller.post(caller.media().document(person, filename, "text/plain", bytes));
    }

    public Posted sendsSticker() {
        return caller.post(caller.media().sticker(person));
    }

    public Posted sharesLocation(double latitude, double longitude, String name) {
        return caller.post(caller.messages().location(person, latitude, longitude, name));
    }

    public Posted reacts(String wamid, String emoji) {
        return caller.post(caller.messages().reaction(person, wamid, emoji));
    }

    public Posted takesReactionBack(String wamid) {
        return caller.post(caller.messages().reactionRemoved(person, wamid));
    }

    public Posted edits(String wamid, String newText) {
        return caller.post(caller.messages().edit(person, wamid, newText));
    }

    public Posted revokes(String wamid) {
        return caller.post(caller.messages().revoke(person, wamid));
    }
}
