package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.Hmac;
import java.util.HexFormat;

/**
 * How Meta signs a webhook delivery: {@code sha256=} and the lower-case hex HMAC-SHA256 of the body's bytes as sent, keyed
 * with the app secret. Source: Meta, Graph API, Webhooks, Getting Started, "Validate Payloads".
 */
public final class MetaSignature {

    public static final String HEADER = "X-Hub-Signature-256";

    private MetaSignature() {}

    public static String of(String appSecret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(Hmac.sha256(appSecret, body));
    }
}
