package io.switchboard.connector.email.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail reader that is compared.
 *
 * @param title the column's heading
 * @param command starts it as a process that takes the commands of {@link ReaderProcess}
 * @param folder where it runs
 */
record Contestant(String title, List<String> command, Path folder) {

    Contestant {
        command = List.copyOf(command);
    }

    static Contestant ofJava(String title, String reader, Path folder) {
        var command = new ArrayList<>(ChildJvm.command("-Xmx1g", "-XX:+UseSerialGC"));
        command.addAll(List.of(ReaderServer.class.getName(), reader));
        return new Contestant(title, command, folder);
    }

    ReaderProcess start() {
        return new ReaderProcess(command, folder);
    }

    /** With all its threads, compiler and collector included, on the first core. */
    ReaderProcess startOnOneCore() {
        var pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
        pinned.addAll(command);
        return new ReaderProcess(pinned, folder);
    }

    boolean isJava() {
        return command.contains(ReaderServer.class.getName());
    }

    boolean isOurs() {
        return command.getLast().equals(ReaderServer.OURS);
    }
}
