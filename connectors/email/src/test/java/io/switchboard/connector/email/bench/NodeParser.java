package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A mail reader of the npm registry, run by Node.js in a process of its own. Nothing is installed but in a temporary folder. */
final class NodeParser {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PACKAGES = List.of("mailparser@3.14.2", "postal-mime@4.0.0");

    private final Path folder;

    private NodeParser(Path folder) {
        this.folder = folder;
    }

    /** Empty when this machine has no Node.js or cannot reach the registry. */
    static Optional<NodeParser> install() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("mail-bench-npm");
        Files.writeString(folder.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
        try (var script = NodeParser.class.getResourceAsStream("/bench/read.mjs")) {
            Files.write(folder.resolve("read.mjs"), script == null ? new byte[0] : script.readAllBytes());
        }
        var command = new ArrayList<>(List.of("npm", "install", "--silent", "--no-audit", "--no-fund"));
        command.addAll(PACKAGES);
        try {
            var log = folder.resolve("npm.log").toFile();
            var npm = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            var installed = npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
            return installed ? Optional.of(new NodeParser(folder)) : Optional.empty();
        } catch (IOException noNode) {
            return Optional.empty();
        }
    }

    static List<String> names() {
        return PACKAGES;
    }

    /** @return one element per mail: {@code subject, from, name, files}, or {@code error} */
    JsonNode facts(String parser, Path mails) throws IOException, InterruptedException {
        return run(parser, mails, "facts", 1);
    }

    /** Mails a second, one core, after a round to warm up. */
    double speed(String parser, Path mails, int rounds) throws IOException, InterruptedException {
        return run(parser, mails, "speed", rounds).get("perSecond").asDouble();
    }

    private JsonNode run(String parser, Path mails, String what, int rounds) throws IOException, InterruptedException {
        var result = Files.createTempFile(folder, "result", ".json");
        var node = new ProcessBuilder(
                        "taskset",
                        "-c",
                        "0",
                        "node",
                        "read.mjs",
                        parser,
                        mails.toString(),
                        what,
                        Integer.toString(rounds),
                        result.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
        if (!node.waitFor(10, TimeUnit.MINUTES)) {
            node.destroyForcibly();
            throw new IOException(parser + " did not end within ten minutes");
        }
        if (node.exitValue() != 0) {
            throw new IOException(parser + " ended with " + node.exitValue() + ": "
                    + Files.readString(folder.resolve("node.log")).strip());
        }
        return JSON.readTree(result.toFile());
    }
}
