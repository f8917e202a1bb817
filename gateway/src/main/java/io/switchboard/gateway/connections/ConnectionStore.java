package io.switchboard.gateway.connections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.gateway.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Connections and their sealed secrets in PostgreSQL. */
@Repository
class ConnectionStore {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final SecretSeal seal;
    private final ObjectMapper json;
    private final Clock clock;

    ConnectionStore(JdbcClient jdbc, SecretSeal seal, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** Which connections there are, each with the number of its latest change. */
    Map<ConnectionId, Long> versions() {
        return versions("select connection_id, version from connection where version > ?", Long.MIN_VALUE);
    }

    /** The same for the latest changes alone. */
    Map<ConnectionId, Long> versionsAfter(long version) {
        return versions("select connection_id, version from connection where version > ?", version);
    }

    private Map<ConnectionId, Long> versions(String query, long after) {
        var versions = new HashMap<ConnectionId, Long>();
        jdbc.sql(query).param(after).query(row -> {
            versions.put(new ConnectionId(row.getObject("connection_id", UUID.class)), row.getLong("version"));
        });
        return versions;
    }

    /** @return with their secrets opened; without those that are gone */
    List<Connection> read(Collection<ConnectionId> wanted) {
        var ids = Columns.uuids(wanted.stream().map(ConnectionId::value).toList());
        var secrets = new HashMap<UUID, Map<String, List<Secret>>>();
        jdbc.sql("""
                        select s.connection_id, c.tenant, s.name, s.sealed from connection_secret s join connection c using (connection_id)
                        where s.connection_id = any(?::uuid[])
                        order by s.connection_id, s.name, array_position(array['current', 'next', 'retiring'], s.stage), s.version desc
                        """).param(ids).query(row -> {
            var id = row.getObject("connection_id", UUID.class);
            var name = row.getString("name");
            var secret = seal.open(row.getBytes("sealed"), context(row.getString("tenant"), id, name));
            secrets.computeIfAbsent(id, absent -> new HashMap<>())
                    .computeIfAbsent(name, absent -> new ArrayList<>())
                    .add(secret);
        });
        return jdbc.sql("select * from connection where connection_id = any(?::uuid[])")
                .param(ids)
                .query((row, number) -> connection(row, secrets))
                .list();
    }

    /** Creates the connection or brings its account and settings up to date. */
    @Transactional
    void save(ConnectionRef ref) {
        jdbc.sql("""
                        insert into connection (connection_id, tenant, connector, name, account, settings, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (connection_id) do update
                        set name = excluded.name, settings = excluded.settings, changed_at = excluded.changed_at,
                          version = nextval('connection_version')
                        """)
                .params(ref.id().value(), ref.tenant().value(), ref.connector(), ref.name(), ref.account())
                .params(written(ref.settings()), now(), now())
                .update();
    }

    /** Makes a secret the current one; the one before it is believed as retiring. Nothing happens when it already is current. */
    @Transactional
    void rotate(ConnectionRef ref, String name, Secret secret) {
        var context = context(ref.tenant().value(), ref.id().value(), name);
        var known = jdbc.sql(
                        "select sealed from connection_secret where connection_id = ? and name = ? and stage = 'current'")
                .params(ref.id().value(), name)
                .query((row, number) -> seal.open(row.getBytes(1), context).reveal())
                .list();
        if (known.contains(secret.reveal())) {
            return;
        }
        jdbc.sql(
                        "update connection_secret set stage = 'retiring' where connection_id = ? and name = ? and stage = 'current'")
                .params(ref.id().value(), name)
                .update();
        jdbc.sql("""
                        insert into connection_secret (connection_id, name, version, stage, sealed, created_at)
                        select ?, ?, coalesce(max(version), 0) + 1, 'current', ?, ? from connection_secret where connection_id = ? and name = ?
                        """)
                .params(
                        ref.id().value(),
                        name,
                        seal.close(secret, context),
                        now(),
                        ref.id().value(),
                        name)
                .update();
        jdbc.sql(
                        "update connection set changed_at = ?, version = nextval('connection_version') where connection_id = ?")
                .params(now(), ref.id().value())
                .update();
    }

    void health(ConnectionId id, HealthState state, String reason) {
        jdbc.sql("""
                        update connection set health = ?, health_reason = ?, changed_at = ?, version = nextval('connection_version')
                        where connection_id = ?
                        """)
                .params(state.name().toLowerCase(Locale.ROOT), reason, now(), id.value())
                .update();
    }

    private Connection connection(ResultSet row, Map<UUID, Map<String, List<Secret>>> secrets) throws SQLException {
        var id = row.getObject("connection_id", UUID.class);
        var ref = new ConnectionRef(
                new TenantId(row.getString("tenant")),
                new ConnectionId(id),
                row.getString("connector"),
                row.getString("name"),
                row.getString("account"),
                settings(row.getString("settings")));
        return new Connection(
                ref,
                Secrets.of(secrets.getOrDefault(id, Map.of())),
                HealthState.valueOf(row.getString("health").toUpperCase(Locale.ROOT)),
                row.getString("health_reason"));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String context(String tenant, UUID connection, String name) {
        return tenant + "/" + connection + "/" + name;
    }

    private Map<String, String> settings(String text) {
        try {
            return json.readValue(text, SETTINGS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("settings of a connection are not a JSON object of texts", broken);
        }
    }

    private String written(Map<String, String> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }
}
