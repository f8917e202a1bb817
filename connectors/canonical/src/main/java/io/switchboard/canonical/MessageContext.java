package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * What a message is about beyond its words.
 *
 * @param url the public page, post or story it is about
 * @param orderReferences orders named in the message, as people call them: {@code #1001}
 */
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

    @Override
    public String toString() {
        return "MessageContext[***]";
    }

    /**
     * The advertisement or link that brought the customer.
     *
     * @param sourceType the platform's word for what it is: {@code ad}, {@code post}
     * @param sourceId the platform's id of the advertisement or post
     * @param url where the link leads
     * @param headline what the customer saw
     * @param clickId the platform's id of the click, for attribution
     */
    public record Referral(
            String sourceType,
            Optional<String> sourceId,
            Optional<String> url,
            Optional<String> headline,
            Optional<String> clickId) {}
}
