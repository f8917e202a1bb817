package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/** What a message is about beyond its words. */
public record MessageContext(
        Optional<Referral> referral,
        Optional<Part.Product> product,
        Optional<String> url,
        List<String> orderReferences) {

    public static final MessageContext NONE =
            new MessageContext(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public MessageContext {
        orderReferences = List.copyOf(orderReferences);
    }

    /**
     * The advertisement or link that brought the customer.
     *
     * @param clickId the platform's id of the click, for attribution
     */
    public record Referral(
            String sourceType,
            Optional<String> sourceId,
            Optional<String> url,
            Optional<String> headline,
            Optional<String> clickId) {}
}
