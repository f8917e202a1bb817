package io.switchboard.gateway.tickets;

import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.TenantId;
import io.switchboard.gateway.storage.Columns;
import io.switchboard.gateway.storage.Kind;
import io.switchboard.gateway.storage.NewRows;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The people one batch speaks of. Names given together belong to one customer: the customer of the first known name, or a new
 * one. Names that already belong to somebody else are kept there and noted as a suggestion, never merged in passing.
 */
final class IdentityDirectory {

    private static final String FIND =
            "select identity_id, customer_id from identity where identity_id = any(?::uuid[])";

    private static final String LINK = """
            insert into identity_link (identity_id, other_id, rule, confidence, applied, event_id)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::real[], ?::boolean[], ?::uuid[])
            on conflict (identity_id, other_id) do nothing
            """;

    private final JdbcTemplate jdbc;
    private final Map<IdentityId, CustomerId> customers;
    private final Map<IdentityId, Fresh> fresh = new LinkedHashMap<>();
    private final Columns links = new Columns(Kind.UUID, Kind.UUID, Kind.TEXT, Kind.REAL, Kind.BOOLEAN, Kind.UUID);

    private IdentityDirectory(JdbcTemplate jdbc, Map<IdentityId, CustomerId> customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    private record Fresh(TenantId tenant, String scheme, CustomerId customer) {}

    static IdentityDirectory open(JdbcTemplate jdbc, Collection<Fact> facts) {
        var wanted = new HashSet<IdentityId>();
        for (var fact : facts) {
            Parties.names(fact).forEach(name -> wanted.add(IdentityId.of(fact.tenant(), name)));
        }
        var found = new HashMap<IdentityId, CustomerId>();
        if (!wanted.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        found.put(
                                new IdentityId(row.getObject("identity_id", UUID.class)),
                                new CustomerId(row.getObject("customer_id", UUID.class)));
                    },
                    Columns.uuids(wanted.stream().map(IdentityId::value).toList()));
        }
        return new IdentityDirectory(jdbc, found);
    }

    /** @return empty for somebody without a name */
    Optional<CustomerId> resolve(TenantId tenant, List<IdentityKey> names, EventId evidence) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var ids = names.stream().map(name -> IdentityId.of(tenant, name)).toList();
        var customer = ids.stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> CustomerId.of(tenant, ids.getFirst()));
        for (var i = 0; i < ids.size(); i++) {
            join(tenant, names.get(i), ids.get(i), ids.getFirst(), customer, evidence);
        }
        return Optional.of(customer);
    }

    /** @throws ContentionException when somebody else met one of them in the meantime */
    void write() {
        var rows = new NewRows(
                "identity", "identity_id, tenant, scheme, customer_id", Kind.UUID, Kind.TEXT, Kind.TEXT, Kind.UUID);
        fresh.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .forEach(entry -> rows.row(
                        entry.getKey().value(),
                        entry.getValue().tenant(),
                        entry.getValue().scheme(),
                        entry.getValue().customer().value()));
        ContentionException.orElse("an identity", () -> rows.insert(jdbc));
        if (!links.isEmpty()) {
            jdbc.update(LINK, links.parameters());
        }
    }

    private void join(
            TenantId tenant, IdentityKey name, IdentityId id, IdentityId first, CustomerId customer, EventId evidence) {
        var present = customers.putIfAbsent(id, customer);
        if (present == null) {
            fresh.put(id, new Fresh(tenant, name.scheme(), customer));
        }
        var isNews = present == null || !present.equals(customer);
        if (isNews && !id.equals(first)) {
            links.row(first.value(), id.value(), "named_together", 0.9f, present == null, evidence.value());
        }
    }
}
