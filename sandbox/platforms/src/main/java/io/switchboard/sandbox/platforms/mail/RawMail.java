package io.switchboard.sandbox.platforms.mail;

import java.nio.charset.StandardCharsets;

/** A finished message, byte for byte, with its envelope. A class and not a record because it guards an array. */
public final class RawMail {

    private final String sender;
    private final String recipient;
    private final String messageId;
    private final byte[] bytes;

    public RawMail(String sender, String recipient, String messageId, byte[] bytes) {
        this.sender = sender;
        this.recipient = recipient;
        this.messageId = messageId;
        this.bytes = bytes.clone();
    }

    public String sender() {
        return sender;
    }

    public String recipient() {
        return recipient;
    }

    public String messageId() {
        return messageId;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** For eyes and assertions: one character per byte. */
    public String asText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "RawMail[" + messageId + ", " + bytes.length + " bytes]";
    }
}
