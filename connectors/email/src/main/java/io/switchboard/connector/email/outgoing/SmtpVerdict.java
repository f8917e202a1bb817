package io.switchboard.connector.email.outgoing;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.email.automatic.EnhancedStatus;
import io.switchboard.connector.email.thread.ServerMessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a server's last word means (RFC 5321 §4.2, RFC 3463, RFC 4954 §6). */
final class SmtpVerdict {

    /** Grey-listing servers want a few minutes (RFC 6647 §4). */
    private static final Duration LATER = Duration.ofMinutes(5);

    private SmtpVerdict() {}

    static SendOutcome of(SmtpAnswer answer, String messageId) {
        if (answer.isAccepted()) {
            return new SendOutcome.Accepted(List.of(messageId), ServerMessageId.in(answer.text()));
        }
        if (answer.isTransient()) {
            return new SendOutcome.Deferred(
                    LATER, new Failure(code(answer), "the mail server asked to try again later"));
        }
        if (answer.code() / 100 != 5) {
            return new SendOutcome.Unconfirmed("the mail server answered " + answer.code());
        }
        var blocks = isLogin(answer) ? Optional.of(BlockedReason.TOKEN_INVALID) : Optional.<BlockedReason>empty();
        return new SendOutcome.Refused(new Failure(code(answer), explanation(answer)), blocks);
    }

    private static String code(SmtpAnswer answer) {
        return answer.enhancedCode().isEmpty() ? Integer.toString(answer.code()) : answer.enhancedCode();
    }

    private static boolean isLogin(SmtpAnswer answer) {
        return switch (answer.code()) {
            case 530, 534, 535, 538 -> true;
            default ->
                answer.enhancedCode().equals("5.7.8") || answer.enhancedCode().equals("5.7.9");
        };
    }

    private static String explanation(SmtpAnswer answer) {
        return isLogin(answer)
                ? "the mail server refused our login"
                : EnhancedStatus.explanation(answer.enhancedCode()).orElse("the mail server refused the mail");
    }
}
