package io.switchboard.connector.whatsapp;

import static java.util.Map.entry;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.meta.GraphAnswer;
import io.switchboard.connector.meta.GraphError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What WhatsApp's error codes mean for a message: final, not now, or a sign that nothing more goes out.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">error codes</a>
 */
final class WhatsAppErrors {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Meaning NO_ACCESS =
            blocked(BlockedReason.TOKEN_INVALID, "WhatsApp no longer accepts our access; reconnect the number.");
    private static final Meaning BUSY = later(MINUTE, "WhatsApp could not handle the message just now.");

    private static final Map<Long, Meaning> MEANINGS = Map.ofEntries(
            entry(0L, NO_ACCESS),
            entry(3L, NO_ACCESS),
            entry(10L, NO_ACCESS),
            entry(190L, NO_ACCESS),
            entry(131005L, NO_ACCESS),
            entry(4L, later(Duration.ofMinutes(5), "The app calls WhatsApp more often than it may.")),
            entry(80007L, later(Duration.ofMinutes(5), "The account calls WhatsApp more often than it may.")),
            entry(130429L, later(SECONDS, "The number sends faster than it may.")),
            entry(131056L, later(SECONDS, "Too many messages to this customer in a short time.")),
            entry(
                    131048L,
                    later(HOUR, "The number may not send more for now, because customers blocked or reported it.")),
            entry(131064L, later(HOUR, "The number may not send more for now.")),
            entry(133016L, later(HOUR, "The number was registered too often in a short time.")),
            entry(1L, BUSY),
            entry(2L, BUSY),
            entry(131000L, BUSY),
            entry(131016L, BUSY),
            entry(131057L, later(Duration.ofMinutes(5), "The account is in maintenance.")),
            entry(
                    131047L,
                    blocked(
                            BlockedReason.WINDOW_CLOSED,
                            "More than 24 hours have passed since the customer last wrote; only a template can be sent.")),
            entry(131026L, refused("The customer cannot receive this message.")),
            entry(131030L, refused("The customer is not on the list this test number may write to.")),
            entry(131021L, refused("A number cannot write to itself.")),
            entry(131045L, refused("The number is not registered for sending.")),
            entry(131050L, refused("The customer does not want marketing messages.")),
            entry(
                    130472L,
                    refused("The customer is part of an experiment of WhatsApp's and gets no marketing messages.")),
            entry(131049L, refused("WhatsApp limits how many marketing messages this customer gets.")),
            entry(131062L, refused("This kind of message can only be sent to a phone number.")),
            entry(100L, refused("WhatsApp does not accept the message as it is.")),
            entry(131008L, refused("The message lacks something WhatsApp requires.")),
            entry(131009L, refused("WhatsApp does not accept a value in the message.")),
            entry(131051L, refused("WhatsApp does not support this type of message.")),
            entry(131052L, refused("A file the customer sent could not be read.")),
            entry(131053L, refused("WhatsApp does not accept the file.")),
            entry(131060L, refused("The message is not available; ask the customer to send it again.")),
            entry(132000L, refused("The number of the template's parameters is wrong.")),
            entry(132001L, refused("The template does not exist in this language or is not approved.")),
            entry(132005L, refused("The template's text becomes too long.")),
            entry(132007L, refused("The template breaks a rule of WhatsApp's.")),
            entry(132008L, refused("The template's parameters are not valid.")),
            entry(132012L, refused("A parameter of the template has the wrong form.")),
            entry(132015L, refused("The template is paused because of its quality.")),
            entry(132016L, refused("The template is disabled because of its quality.")),
            entry(368L, refused("WhatsApp has blocked the account for breaking its rules.")),
            entry(131031L, refused("WhatsApp has locked the account.")),
            entry(130497L, refused("The account may not write to customers in this country.")),
            entry(131037L, refused("The number's display name is not approved yet.")),
            entry(131042L, refused("WhatsApp has a problem with the account's payment method.")));

    /** Telephone numbers, ids and addresses of people have no place in an explanation; codes are shorter than seven digits. */
    private static final Pattern PERSONAL = Pattern.compile("\\+?\\d(?:[ ().-]?\\d){6,}|\\S+@\\S+");

    private static final int LONGEST_DETAILS = 300;

    private WhatsAppErrors() {}

    /** An answer in the Graph API's own words says for certain that the message was not taken. */
    static SendOutcome outcome(GraphAnswer.Failure answer) {
        var failure = failure(answer.error(), meaning(answer));
        return retryAfter(answer)
                .<SendOutcome>map(wait -> new SendOutcome.Deferred(wait, failure))
                .orElseGet(
                        () -> new SendOutcome.Refused(failure, meaning(answer).blocks()));
    }

    /** How long to wait before another attempt; empty when none is worth it. */
    static Optional<Duration> retryAfter(GraphAnswer.Failure answer) {
        return meaning(answer).retryAfter().map(usual -> answer.retryAfter().orElse(usual));
    }

    static boolean deniesAccess(GraphAnswer.Failure answer) {
        return meaning(answer).equals(NO_ACCESS);
    }

    /** Why, for an agent to read. */
    static Failure failure(GraphError error) {
        return failure(error, meaning(error.code(), 400));
    }

    private static Failure failure(GraphError error, Meaning meaning) {
        var details = error.details()
                .map(WhatsAppErrors::impersonal)
                .map(said -> " WhatsApp says: " + said)
                .orElse("");
        return new Failure(Long.toString(error.code()), meaning.words() + details);
    }

    private static Meaning meaning(GraphAnswer.Failure answer) {
        return meaning(answer.error().code(), answer.status());
    }

    private static Meaning meaning(long code, int status) {
        if (code >= 200 && code <= 299) {
            return NO_ACCESS;
        }
        return Optional.ofNullable(MEANINGS.get(code))
                .orElse(status >= 500 ? BUSY : refused("WhatsApp refused the message."));
    }

    private static String impersonal(String details) {
        var masked = PERSONAL.matcher(details).replaceAll("…");
        return masked.length() > LONGEST_DETAILS ? masked.substring(0, LONGEST_DETAILS) + "…" : masked;
    }

    private static Meaning refused(String words) {
        return new Meaning(Optional.empty(), Optional.empty(), words);
    }

    private static Meaning blocked(BlockedReason reason, String words) {
        return new Meaning(Optional.empty(), Optional.of(reason), words);
    }

    private static Meaning later(Duration retryAfter, String words) {
        return new Meaning(Optional.of(retryAfter), Optional.empty(), words);
    }

    /**
     * @param retryAfter present when another attempt is worth it
     * @param blocks what it says about further replies
     * @param words for an agent
     */
    private record Meaning(Optional<Duration> retryAfter, Optional<BlockedReason> blocks, String words) {}
}
