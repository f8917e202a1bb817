package io.switchboard.connector.careless;

import java.time.Instant;

record AsksTheClock() {

    Instant now() {
        return Instant.now();
    }
}
