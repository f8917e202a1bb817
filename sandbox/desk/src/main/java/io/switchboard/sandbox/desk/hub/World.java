package io.switchboard.sandbox.desk.hub;

import io.switchboard.sandbox.infrastructure.KafkaBroker;
import io.switchboard.sandbox.infrastructure.PostgresServer;
import io.switchboard.sandbox.platforms.PlatformSettings;
import io.switchboard.sandbox.platforms.Platforms;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/** Everything outside the gateway. */
record World(KafkaBroker kafka, PostgresServer postgres, Platforms platforms) implements AutoCloseable {

    static World start(DeskSettings settings) throws IOException {
        var kafka = KafkaBroker.start(settings.data().resolve("kafka"), settings.kafkaPort(), 0);
        try {
            var postgres = PostgresServer.start(settings.data().resolve("postgresql"), settings.postgresPort());
            try {
                var hooks = URI.create("http://127.0.0.1:" + settings.port());
                var clock = Clock.systemUTC();
                // The data is kept, so ids must be new in every run, or new messages would pass for redeliveries.
                var platforms = Platforms.start(PlatformSettings.sandbox(hooks, clock.millis()), clock);
                return new World(kafka, postgres, platforms);
            } catch (RuntimeException refused) {
                postgres.close();
                throw refused;
            }
        } catch (RuntimeException | IOException refused) {
            kafka.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        platforms.close();
        postgres.close();
        kafka.close();
    }
}
