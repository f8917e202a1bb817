package io.switchboard.sandbox.platforms.whatsapp;

import java.time.Duration;

/** What goes wrong with one call, on purpose. */
public sealed interface Fault {

    /** Refused with this code, its documented HTTP status and the error envelope; nothing is accepted. */
    record ErrorCode(int code) implements Fault {}

    /** Refused with this HTTP status: 429 as code 130429, 5xx as the transient code 2; nothing is accepted. */
    record HttpStatus(int status) implements Fault {}

    /** Accepted, and the connection is reset instead of an answer. */
    record ResetAfterAccept() implements Fault {}

    /** The connection is reset and nothing is accepted. To the caller this looks like {@link ResetAfterAccept}. */
    record ResetBeforeAccept() implements Fault {}

    /** Accepted, and the connection is closed in order without one byte of an answer. */
    record EmptyResponse() implements Fault {}

    /** Accepted, and answered 200 with no body, so the message id is never told. */
    record EmptyBody() implements Fault {}

    /** Accepted at once, answered after this time. */
    record Slow(Duration delay) implements Fault {}

    /** Accepted and answered; later the status {@code failed} is called back with this code, and no other status. */
    record FailsLater(int code) implements Fault {}
}
