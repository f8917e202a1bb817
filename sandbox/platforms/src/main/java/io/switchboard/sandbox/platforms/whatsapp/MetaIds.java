package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.SeededIds;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Ids in the shape Meta gives them. Nobody may read meaning out of them. */
final class MetaIds {

    private final SeededIds ids;

    MetaIds(long seed) {
        this.ids = new SeededIds(seed);
    }

    /** {@code wamid.} and base64 of some forty bytes, with padding, slashes and plus signs as they come. */
    String wamid() {
        var inside = "HBgL" + ids.digits(11) + "FQIAERgS" + ids.upperHex(10);
        return "wamid." + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.US_ASCII));
    }

    String media() {
        return ids.digits(16);
    }

    String conversation() {
        return ids.lowerHex(16);
    }

    String trace() {
        return "A" + ids.urlSafeBase64(16);
    }

    String urlHash() {
        return ids.urlSafeBase64(33);
    }
}
