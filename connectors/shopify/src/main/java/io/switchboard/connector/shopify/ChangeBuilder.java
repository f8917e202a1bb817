package io.switchboard.connector.shopify;

import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.CommerceChange.Line;
import io.switchboard.canonical.InboundEvent.CommerceChanged;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a translator found; what it did not find stays empty. */
final class ChangeBuilder {

    private static final String ORDER = "order";

    private final Arrival arrival;
    private final String topic;
    private final String resource;
    private final String nativeId;
    private final List<ThreadKey> further = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private Optional<ThreadKey> home = Optional.empty();
    private Optional<Moment> occurredAt = Optional.empty();
    private Optional<Moment> updatedAt = Optional.empty();
    private Optional<String> order = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<Party> customer = Optional.empty();
    private Optional<Money> total = Optional.empty();
    private List<Line> lines = List.of();

    private ChangeBuilder(Arrival arrival, String topic, String resource, String nativeId) {
        this.arrival = arrival;
        this.topic = topic;
        this.resource = resource;
        this.nativeId = nativeId;
    }

    static ChangeBuilder of(Arrival arrival, String topic, String resource, String nativeId) {
        return new ChangeBuilder(arrival, topic, resource, nativeId)
                .attribute("test", arrival.test() ? Optional.of("true") : Optional.empty());
    }

    static ThreadKey timeline(String resource, String id) {
        return new ThreadKey("timeline:" + resource + ":" + id);
    }

    /** @param happened when; the state's own age is {@code updated_at}, or the same where the resource has none */
    ChangeBuilder at(Optional<Moment> happened, Optional<Moment> updated) {
        this.occurredAt = happened;
        this.updatedAt = updated.or(() -> happened);
        return this;
    }

    ChangeBuilder order(Optional<String> id) {
        this.order = id;
        return this;
    }

    /** Told on the order's timeline; the resource's own leads there for deliveries that do not name the order. */
    ChangeBuilder partOf(Optional<String> orderId) {
        this.home = orderId.map(id -> timeline(ORDER, id));
        return order(orderId);
    }

    ChangeBuilder alsoKnownAs(Optional<ThreadKey> key) {
        key.ifPresent(further::add);
        return this;
    }

    ChangeBuilder name(Optional<String> value) {
        this.name = value;
        return this;
    }

    ChangeBuilder customer(Optional<Party> value) {
        this.customer = value;
        return this;
    }

    ChangeBuilder total(Optional<Money> value) {
        this.total = value;
        return this;
    }

    ChangeBuilder lines(List<Line> value) {
        this.lines = value;
        return this;
    }

    ChangeBuilder attribute(String attribute, Optional<String> value) {
        value.ifPresent(text -> attributes.put(attribute, text));
        return this;
    }

    /** Several values under the plural's name when there is more than one, the first under the singular's. */
    ChangeBuilder attributes(String singular, List<String> values, String separator) {
        attribute(singular, values.stream().findFirst());
        return attribute(
                singular + "s", values.size() > 1 ? Optional.of(String.join(separator, values)) : Optional.empty());
    }

    /** Fields whose names the canonical model shares with Shopify. */
    ChangeBuilder copy(Resource from, String... fields) {
        for (var field : fields) {
            attribute(field, from.text(field));
        }
        return this;
    }

    /** Times among the attributes, in UTC; what is no time is left out. */
    ChangeBuilder copyTimes(Resource from, String... fields) {
        for (var field : fields) {
            attribute(field, from.moment(field).map(ShopifyTime::text));
        }
        return this;
    }

    CommerceChanged event() {
        var change = new CommerceChange(
                topic,
                resource,
                nativeId,
                arrival.version(updatedAt),
                arrival.happenedAt(occurredAt),
                order,
                name,
                customer,
                total,
                lines,
                attributes);
        return new CommerceChanged(change, thread());
    }

    Translation translation() {
        return new Translation(List.of(event()), List.of());
    }

    private ThreadAddress thread() {
        var own = timeline(resource, nativeId);
        if (home.isEmpty()) {
            return new ThreadAddress(own, further);
        }
        var related = new ArrayList<ThreadKey>();
        related.add(own);
        related.addAll(further);
        return new ThreadAddress(home.get(), related);
    }
}
