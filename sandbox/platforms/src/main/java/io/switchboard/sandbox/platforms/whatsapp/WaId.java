package io.switchboard.sandbox.platforms.whatsapp;

/** The platform's own spelling of a phone number: digits only. */
final class WaId {

    private WaId() {}

    static String of(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
