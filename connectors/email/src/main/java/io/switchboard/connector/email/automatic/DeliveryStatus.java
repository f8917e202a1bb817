package io.switchboard.connector.email.automatic;

import io.switchboard.canonical.Failure;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.text.CleanText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of a mail at one of its recipients (RFC 3464 §2.3).
 *
 * @param recipient the address that was tried last, after forwarding
 * @param originalRecipient the address the sender wrote to, where it was kept (RFC 3461)
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed}, {@code expanded}; empty when it is not said
 * @param status RFC 3463 code, such as {@code 5.1.1}; empty when it is not said
 * @param diagnostic what the last server said
 * @param remoteHost that server
 */
record DeliveryStatus(
        Optional<String> recipient,
        Optional<String> originalRecipient,
        String action,
        String status,
        String diagnostic,
        Optional<String> remoteHost) {

    private static final Set<String> SUCCESS = Set.of("delivered", "relayed", "expanded");
    private static final Set<String> SUBJECTS_OF_CONTENT = Set.of("5.2.2", "5.3.4");
    private static final int MAX_DIAGNOSTIC = 500;

    DeliveryStatus {
        diagnostic = CleanText.limited(CleanText.line(diagnostic).replaceAll(" {2,}", " "), MAX_DIAGNOSTIC);
    }

    static DeliveryStatus failed(Optional<String> recipient, String status, String diagnostic) {
        return new DeliveryStatus(recipient, Optional.empty(), "failed", status, diagnostic, Optional.empty());
    }

    static DeliveryStatus delayed(Optional<String> recipient, String status, String diagnostic) {
        return new DeliveryStatus(recipient, Optional.empty(), "delayed", status, diagnostic, Optional.empty());
    }

    boolean isTrouble() {
        return !SUCCESS.contains(action);
    }

    /** The server gave up; what is delayed may still arrive. */
    boolean isFinal() {
        return action.equals("failed");
    }

    boolean isDelivered() {
        return action.equals("delivered");
    }

    /** Another mail to this address would fail too; many servers say so in words and give a vague or wrong code. */
    boolean isHard() {
        if (!isFinal() || status.startsWith("4")) {
            return false;
        }
        var words = StatusText.ofWords(diagnostic).orElse("");
        var saysNobody = words.equals("5.1.1") || words.equals("5.1.2");
        return saysNobody || (EnhancedStatus.isHard(status) && !SUBJECTS_OF_CONTENT.contains(words));
    }

    boolean isAbout(Mailbox mailbox) {
        return recipient.filter(mailbox::isAt).isPresent()
                || originalRecipient.filter(mailbox::isAt).isPresent();
    }

    Failure failure() {
        var explanation = EnhancedStatus.explanation(status);
        return new Failure(
                status.isEmpty() ? "5.0.0" : status,
                explanation.orElse("the recipient's mail server did not take the mail"));
    }

    /** @param prefix of the names, dot included */
    Map<String, String> asExt(String prefix) {
        var ext = new TreeMap<String, String>();
        ext.put(prefix + "action", action);
        ext.put(prefix + "status", status);
        ext.put(prefix + "diagnostic", diagnostic);
        if (isTrouble() && !status.isEmpty()) {
            ext.put(prefix + "class", isHard() ? "hard" : "soft");
        }
        recipient.ifPresent(address -> ext.put(prefix + "final_recipient", address));
        originalRecipient.ifPresent(address -> ext.put(prefix + "original_recipient", address));
        remoteHost.ifPresent(host -> ext.put(prefix + "remote_mta", host));
        ext.values().removeIf(String::isEmpty);
        return ext;
    }

    @Override
    public String toString() {
        return "DeliveryStatus[" + action + " " + status + "]";
    }
}
