package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.SMALLINT;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.gateway.storage.Columns;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has part in the threads one batch may join. */
final class Participants {

    private static final String FIND = """
            select thread_id, identity_id, role from thread_participant where thread_id = any(?::uuid[]) and identity_id = any(?::uuid[])
            """;

    private static final String ADD = """
            insert into thread_participant (thread_id, identity_id, role) select * from unnest(?::uuid[], ?::uuid[], ?::smallint[])
            on conflict (thread_id, identity_id) do update set role = excluded.role where excluded.role > thread_participant.role
            """;

    private final Map<Place, Role> known = new HashMap<>();
    private final Map<Place, Role> added =
            new TreeMap<>(Comparator.comparing((Place place) -> place.thread().value())
                    .thenComparing(place -> place.identity().value()));

    private record Place(ThreadId thread, IdentityId identity) {}

    void load(JdbcTemplate jdbc, Collection<ThreadId> threads, Collection<IdentityId> people) {
        if (threads.isEmpty() || people.isEmpty()) {
            return;
        }
        jdbc.query(
                FIND,
                row -> {
                    var place = new Place(
                            new ThreadId(row.getObject("thread_id", UUID.class)),
                            new IdentityId(row.getObject("identity_id", UUID.class)));
                    known.put(place, Role.of(row.getShort("role")));
                },
                Columns.uuids(threads.stream().map(ThreadId::value).toList()),
                Columns.uuids(people.stream().map(IdentityId::value).toList()));
    }

    /** The greatest part any of somebody's names has. */
    Optional<Role> role(ThreadId thread, List<IdentityId> names) {
        return names.stream()
                .map(name -> known.get(new Place(thread, name)))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    void add(ThreadId thread, IdentityId who, Role role) {
        var place = new Place(thread, who);
        var present = known.get(place);
        if (present == null || present.compareTo(role) < 0) {
            known.put(place, role);
            added.put(place, role);
        }
    }

    void write(JdbcTemplate jdbc) {
        var rows = new Columns(UUID, UUID, SMALLINT);
        added.forEach((place, role) ->
                rows.row(place.thread().value(), place.identity().value(), role.stored()));
        if (!rows.isEmpty()) {
            jdbc.update(ADD, rows.parameters());
        }
    }
}
