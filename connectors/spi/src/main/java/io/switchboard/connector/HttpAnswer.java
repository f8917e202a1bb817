package io.switchboard.connector;

/** The answer to an {@link HttpCall}, whatever its status. */
public record HttpAnswer(int status, Headers headers, Body body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
