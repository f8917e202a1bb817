package io.switchboard.connector.whatsapp;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.util.Optional;

/** Texts that name something: an empty one names nothing. */
final class Words {

    private Words() {}

    static Optional<String> of(Payload parent, String field) {
        return parent.text(field).filter(text -> !text.isBlank());
    }

    static String require(Payload parent, String field) {
        return of(parent, field)
                .orElseThrow(() -> new MalformedDeliveryException(
                        (parent.path().isEmpty() ? "" : parent.path() + ".") + field + " is missing or blank"));
    }
}
