package io.switchboard.connector.shopify;

import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.InboundEvent.ConnectionHealthChanged;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.Translation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the shop did to our own installation. */
enum HealthTranslator implements TopicTranslator {
    UNINSTALLED {
        @Override
        public Translation translate(Resource shop, Arrival arrival) {
            return health(HealthState.REVOKED, "app uninstalled by the shop", Optional.empty(), arrival);
        }
    },
    SCOPES_UPDATED {
        @Override
        public Translation translate(Resource scopes, Arrival arrival) {
            var lost = new TreeSet<>(scopes.texts("previous"));
            lost.removeAll(new HashSet<>(scopes.texts("current")));
            return lost.isEmpty()
                    ? TopicTranslator.ignored(arrival, "no access scope was withdrawn")
                    : health(
                            HealthState.ACTION_REQUIRED,
                            "access scopes withdrawn: " + String.join(", ", lost),
                            scopes.moment("updated_at"),
                            arrival);
        }
    };

    private static Translation health(HealthState state, String reason, Optional<Moment> when, Arrival arrival) {
        var event = new ConnectionHealthChanged(
                state,
                reason,
                arrival.occurrence(),
                new ThreadAddress(ChangeBuilder.timeline("shop", arrival.shop()), List.of()),
                Surface.COMMERCE_TIMELINE,
                arrival.happenedAt(when));
        return new Translation(List.of(event), List.of());
    }
}
