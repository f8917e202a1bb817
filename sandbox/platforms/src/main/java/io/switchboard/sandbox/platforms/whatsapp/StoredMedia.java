package io.switchboard.sandbox.platforms.whatsapp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file in the platform's store. A class and not a record because it guards an array. */
public final class StoredMedia {

    private final String id;
    private final String mimeType;
    private final byte[] bytes;

    StoredMedia(String id, String mimeType, byte[] bytes) {
        this.id = id;
        this.mimeType = mimeType;
        this.bytes = bytes.clone();
    }

    public String id() {
        return id;
    }

    public String mimeType() {
        return mimeType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    /** In this spelling it stands in the answer about a media id. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256());
    }

    /** In this spelling it stands in webhooks. */
    public String sha256Base64() {
        return Base64.getEncoder().encodeToString(sha256());
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
