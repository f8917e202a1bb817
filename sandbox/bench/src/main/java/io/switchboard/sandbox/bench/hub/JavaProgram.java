package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class that runs in a JVM of its own, with this JVM's class path.
 *
 * @param options for the JVM, such as {@code -Xmx512m}
 * @param arguments for the main class
 * @param log gets all it prints, over all its starts
 */
public record JavaProgram(Class<?> main, List<String> options, List<String> arguments, Path log) {

    public JavaProgram {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    Process start() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
