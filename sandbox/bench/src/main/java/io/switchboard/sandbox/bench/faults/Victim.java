package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.hub.ServerProcess;
import java.util.Locale;

/** What a fault strikes. */
enum Victim {
    GATEWAY,
    /** The second gateway. */
    PEER,
    KAFKA,
    POSTGRESQL;

    ServerProcess in(Hub hub) {
        return switch (this) {
            case GATEWAY -> hub.gateway(0);
            case PEER -> hub.gateway(1);
            case KAFKA -> hub.kafka();
            case POSTGRESQL -> hub.postgres();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
