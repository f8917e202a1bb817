package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether, until when and in which form a reply can go out: a deadline before the action instead of an error after it.
 *
 * @param freeForm whether a reply in free words is possible at all
 * @param freeFormUntil until when; absent when there is no deadline
 * @param openedBy what opened the window: {@code message}, {@code ad_click}, {@code call}, {@code comment}
 * @param templates whether pre-approved templates go out when free words do not
 * @param publicReply whether the reply is visible to everybody
 * @param blockedReason why nothing goes out, if nothing does
 */
public record ReplyCapability(
        boolean freeForm,
        Optional<Instant> freeFormUntil,
        Optional<String> openedBy,
        boolean templates,
        boolean publicReply,
        Optional<BlockedReason> blockedReason) {

    /** Free words at any time, to the sender alone. */
    public static final ReplyCapability UNLIMITED =
            new ReplyCapability(true, Optional.empty(), Optional.empty(), false, false, Optional.empty());

    /** Nothing to reply to. */
    public static final ReplyCapability NONE = new ReplyCapability(
            false, Optional.empty(), Optional.empty(), false, false, Optional.of(BlockedReason.NOT_SUPPORTED));

    public static ReplyCapability window(Instant until, String openedBy, boolean templates) {
        return new ReplyCapability(true, Optional.of(until), Optional.of(openedBy), templates, false, Optional.empty());
    }

    /** Why free words cannot go out at this time, if they cannot. */
    public Optional<BlockedReason> whyNotFreeForm(Instant now) {
        if (blockedReason.isPresent()) {
            return blockedReason;
        }
        var closed =
                !freeForm || freeFormUntil.filter(until -> !now.isBefore(until)).isPresent();
        return closed ? Optional.of(BlockedReason.WINDOW_CLOSED) : Optional.empty();
    }
}
