package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.HookAnswer;

/**
 * What a customer did, as it was delivered, and what the webhook answered.
 *
 * @param wamid the platform's id of the message, to quote, react to, edit or revoke
 * @param payload to deliver it once more
 */
public record Posted(String wamid, WhatsAppPayload payload, HookAnswer answer) {

    public int status() {
        return answer.status();
    }

    public String body() {
        return answer.body();
    }
}
