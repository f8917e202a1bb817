package io.switchboard.connector.shopify;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import java.util.List;

/** The Message Translator of one topic: pure, and silent about nothing. */
@FunctionalInterface
interface TopicTranslator {

    /** @throws MalformedDeliveryException when the resource lacks what makes it one */
    Translation translate(Resource resource, Arrival arrival);

    static Translation ignored(Arrival arrival, String reason) {
        return new Translation(List.of(), List.of(new Translation.Ignored(Topics.printable(arrival.topic()), reason)));
    }
}
