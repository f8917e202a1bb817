package io.switchboard.sandbox.platforms.whatsapp;

import java.util.Optional;

/**
 * A message the platform accepted from the business.
 *
 * @param to the phone number it was addressed to, as written by the sender
 * @param recipient the business-scoped user id it was addressed to; {@code to} wins when both are given
 * @param type {@code text}, {@code image}, {@code template}, …
 * @param text what the customer reads: body, caption, template name, emoji; empty if there is nothing to read
 * @param contextId the message it quotes
 * @param callbackData {@code biz_opaque_callback_data}, returned in every status
 * @param body the whole request
 */
public record SentMessage(
        String wamid,
        Optional<String> to,
        Optional<String> recipient,
        String type,
        String text,
        Optional<String> contextId,
        Optional<String> callbackData,
        String body) {

    @Override
    public String toString() {
        return "SentMessage[" + wamid + ", " + type + ", ***]";
    }
}
