package io.switchboard.sandbox.platforms.wire;

/** What a webhook answered. */
public record HookAnswer(int status, String body) {

    @Override
    public String toString() {
        return "HookAnswer[" + status + "]";
    }
}
