package io.switchboard.sandbox.platforms.whatsapp;

/**
 * A business phone number.
 *
 * @param wabaId the WhatsApp Business Account it belongs to, {@code entry[].id}
 * @param phoneNumberId what the API path and the webhook's metadata call it
 * @param displayNumber for people, {@code +1 555 010 0100}
 */
public record WhatsAppNumber(String wabaId, String phoneNumberId, String displayNumber) {

    public static WhatsAppNumber demo() {
        return new WhatsAppNumber("102290129340398", "106540352242922", "+1 555 010 0100");
    }

    /** Digits only: this is how webhooks spell the display number. */
    public String digits() {
        return displayNumber.replaceAll("[^0-9]", "");
    }
}
