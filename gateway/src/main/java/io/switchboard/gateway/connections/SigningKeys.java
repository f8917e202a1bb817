package io.switchboard.gateway.connections;

import io.switchboard.connector.Secret;
import io.switchboard.gateway.storage.Background;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys with which the hub signs for itself: made when first asked for, the same in every process, sealed at rest like merchants' secrets. */
@Repository
public class SigningKeys {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecretSeal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Secret> known = new ConcurrentHashMap<>();

    /** @param jdbc outside of any transaction of the caller: a key that is used stays */
    SigningKeys(@Background JdbcClient jdbc, SecretSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param name what is signed with it */
    public Secret of(String name) {
        return known.computeIfAbsent(name, this::stored);
    }

    private Secret stored(String name) {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        var sealed = seal.close(Secret.of(HexFormat.of().formatHex(fresh)), context(name));
        jdbc.sql("insert into signing_key (name, sealed, created_at) values (?, ?, ?) on conflict (name) do nothing")
                .params(name, sealed, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var stored = jdbc.sql("select sealed from signing_key where name = ?")
                .param(name)
                .query((row, number) -> row.getBytes("sealed"))
                .single();
        return seal.open(stored, context(name));
    }

    private static String context(String name) {
        return "signing/" + name;
    }
}
