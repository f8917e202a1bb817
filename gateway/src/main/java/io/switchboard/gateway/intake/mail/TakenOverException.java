package io.switchboard.gateway.intake.mail;

import java.io.IOException;

/** Another process reads this mailbox by now, so this one may no longer say how far it came. */
final class TakenOverException extends IOException {

    private static final long serialVersionUID = 1L;

    TakenOverException() {
        super("the mailbox is another process's by now");
    }
}
