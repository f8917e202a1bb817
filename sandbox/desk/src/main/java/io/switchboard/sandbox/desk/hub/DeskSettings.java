package io.switchboard.sandbox.desk.hub;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where the desk listens and keeps its data. */
record DeskSettings(int port, int kafkaPort, int postgresPort, int smtpPort, Path data) {

    static DeskSettings of(String... arguments) {
        return new DeskSettings(
                number(arguments, "port", 8080),
                number(arguments, "kafka.port", 9092),
                number(arguments, "postgres.port", 15432),
                number(arguments, "smtp.port", 2525),
                Path.of(text(arguments, "data").orElse(".data")).toAbsolutePath());
    }

    private static int number(String[] arguments, String name, int fallback) {
        var text = text(arguments, name);
        try {
            return text.map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "--" + name + " is a port number, found \"" + text.orElse("") + "\"", noNumber);
        }
    }

    private static Optional<String> text(String[] arguments, String name) {
        var prefix = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst()
                .or(() -> Optional.ofNullable(System.getProperty(name)));
    }
}
