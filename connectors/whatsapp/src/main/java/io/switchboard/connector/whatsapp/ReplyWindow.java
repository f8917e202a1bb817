package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Moment;
import io.switchboard.canonical.ReplyCapability;
import java.time.Duration;
import java.util.Optional;

/**
 * The customer service window: free words for 24 hours after the customer last wrote, templates at any time.
 *
 * <p>A click on an advertisement makes messages free of charge for 72 hours; it does not prolong this window.
 */
final class ReplyWindow {

    /** The window is not open, or somebody else than the customer spoke: templates only. */
    static final ReplyCapability TEMPLATES_ONLY =
            new ReplyCapability(false, Optional.empty(), Optional.empty(), true, false, Optional.empty());

    private static final Duration LENGTH = Duration.ofHours(24);

    /** A message can be edited for this long. */
    private static final Duration EDITABLE = Duration.ofMinutes(15);

    private ReplyWindow() {}

    static ReplyCapability openedAt(Moment written, String openedBy) {
        return ReplyCapability.window(written.at().plus(LENGTH), openedBy, true);
    }

    /** The original opened the window, at most as long ago as a message can be edited; a deadline must not come too late. */
    static ReplyCapability leftAfterEdit(Moment edited) {
        return ReplyCapability.window(edited.at().minus(EDITABLE).plus(LENGTH), "message", true);
    }
}
