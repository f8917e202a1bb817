package io.switchboard.connector;

/** What a platform wants to hear after a delivery became durable. */
public record Acknowledgement(int status, String contentType, String body) {

    /** 200 with an empty body. */
    public static final Acknowledgement OK = new Acknowledgement(200, "text/plain", "");
}
