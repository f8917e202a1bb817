package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.HookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The business's webhook, addressed and signed as Meta does. */
final class SignedHook {

    private final URI hook;
    private final String appSecret;

    SignedHook(URI hook, String appSecret) {
        this.hook = hook;
        this.appSecret = appSecret;
    }

    URI uri() {
        return hook;
    }

    HookRequest signed(WhatsAppPayload payload) {
        var bytes = payload.body().getBytes(StandardCharsets.UTF_8);
        return new HookRequest(
                hook,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "facebookexternalua",
                        MetaSignature.HEADER,
                        MetaSignature.of(appSecret, bytes)),
                bytes);
    }
}
