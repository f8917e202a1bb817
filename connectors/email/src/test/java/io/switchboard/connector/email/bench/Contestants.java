package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who takes part on this machine. Those of other languages are fetched or found, never needed, and never missed in silence. */
final class Contestants {

    private static final List<String> PACKAGES = List.of("mailparser@3.14.2", "postal-mime@4.0.0");

    private final Path folder;

    /** @param folder a temporary one; nothing is installed elsewhere */
    Contestants(Path folder) {
        this.folder = folder;
    }

    List<Contestant> all() throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(
                Contestant.ofJava("Switchboard", ReaderServer.OURS, folder),
                Contestant.ofJava("Angus Mail", ReaderServer.ANGUS, folder),
                Contestant.ofJava("Mime4j", ReaderServer.MIME4J, folder)));
        if (runs("npm", npmInstall())) {
            copy("reader.mjs");
            for (var name : PACKAGES) {
                var parser = name.substring(0, name.indexOf('@'));
                all.add(new Contestant(name.replace('@', ' '), List.of("node", "reader.mjs", parser), folder));
            }
        } else {
            System.out.println("SKIPPED: " + PACKAGES + ", for there is no Node.js here or no way to the npm registry");
        }
        return all;
    }

    /** Python's own reader is no contestant; it is one more who says what a mail says. */
    Optional<Contestant> witness() throws IOException, InterruptedException {
        if (!runs("python3", List.of("python3", "--version"))) {
            System.out.println("SKIPPED: Python's reader as a witness, for there is no python3 here");
            return Optional.empty();
        }
        copy("witness.py");
        return Optional.of(new Contestant("Python", List.of("python3", "witness.py"), folder));
    }

    private List<String> npmInstall() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        var command = new ArrayList<>(List.of("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"));
        command.addAll(PACKAGES);
        return command;
    }

    private boolean runs(String name, List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private void copy(String script) {
        try (var resource = Contestants.class.getResourceAsStream("/bench/" + script)) {
            if (resource == null) {
                throw new IllegalStateException("/bench/" + script + " is not on the class path");
            }
            Files.write(folder.resolve(script), resource.readAllBytes());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
