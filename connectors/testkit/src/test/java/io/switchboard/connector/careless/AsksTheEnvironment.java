package io.switchboard.connector.careless;

import java.util.Map;

record AsksTheEnvironment() {

    Map<String, String> settings() {
        return System.getenv();
    }
}
