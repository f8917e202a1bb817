package io.switchboard.sandbox.desk.contract;

/** A record of a topic is not what the contract says. Names the field, never its content. */
public final class MalformedRecordException extends RuntimeException {

    private final String reason;

    public MalformedRecordException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
