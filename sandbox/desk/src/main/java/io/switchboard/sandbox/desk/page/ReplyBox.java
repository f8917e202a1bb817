package io.switchboard.sandbox.desk.page;

import java.util.UUID;

/**
 * The form an answer is written in.
 *
 * @param commandId made once per form, so that a second click asks for the same thing again and nothing happens twice
 * @param text what is in it
 * @param problem why the last try did not work; empty when there was none
 */
record ReplyBox(String commandId, String text, String problem) {

    static ReplyBox empty() {
        return new ReplyBox(UUID.randomUUID().toString(), "", "");
    }

    @Override
    public String toString() {
        return "ReplyBox[***]";
    }
}
