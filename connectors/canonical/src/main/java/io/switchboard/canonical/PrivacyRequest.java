package io.switchboard.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A duty to hand out or to erase, with its deadline.
 *
 * @param subject whose data; absent when it is about a whole shop
 * @param resources native ids of the resources concerned, such as orders
 */
public record PrivacyRequest(
        PrivacyRequestKind kind,
        String nativeId,
        Optional<Party> subject,
        List<String> resources,
        Optional<Instant> dueBy) {

    public PrivacyRequest {
        resources = List.copyOf(resources);
    }

    @Override
    public String toString() {
        return "PrivacyRequest[" + kind + "]";
    }
}
