package io.switchboard.gateway.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Three pools, so that a flood in one cannot delay another. Address and user are {@code spring.datasource.*}.
 *
 * @param interactive flow and edge
 * @param background dispatch of replies, files, clearing away
 * @param admin console and REST
 */
@ConfigurationProperties("switchboard.pools")
public record PoolsProperties(
        @DefaultValue Interactive interactive,
        @DefaultValue BackgroundWork background,
        @DefaultValue Admin admin) {

    /** One pool's size, and how long it waits: for a connection, a statement, a lock, and for a transaction that does nothing. */
    public interface Pool {
        int size();

        Duration connection();

        Duration statement();

        Duration lock();

        Duration idleInTransaction();
    }

    public record Interactive(
            @DefaultValue("20") int size,
            @DefaultValue("2s") Duration connection,
            @DefaultValue("5s") Duration statement,
            @DefaultValue("1s") Duration lock,
            @DefaultValue("10s") Duration idleInTransaction)
            implements Pool {}

    public record BackgroundWork(
            @DefaultValue("10") int size,
            @DefaultValue("5s") Duration connection,
            @DefaultValue("15s") Duration statement,
            @DefaultValue("1s") Duration lock,
            @DefaultValue("10s") Duration idleInTransaction)
            implements Pool {}

    public record Admin(
            @DefaultValue("5") int size,
            @DefaultValue("2s") Duration connection,
            @DefaultValue("10s") Duration statement,
            @DefaultValue("1s") Duration lock,
            @DefaultValue("10s") Duration idleInTransaction)
            implements Pool {}
}
