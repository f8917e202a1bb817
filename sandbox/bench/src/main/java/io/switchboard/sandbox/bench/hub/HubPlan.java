package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a hub consists of.
 *
 * @param folder for data and logs; a former hub's data in it is used again
 * @param merchants how many are connected, each with WhatsApp, Shopify and e-mail
 * @param gateways how many share Kafka and PostgreSQL
 * @param gatewayHeap such as {@code 512m}
 * @param gatewayArguments those that begin with two dashes are settings of the gateway, such as {@code --switchboard.flow.batch=100}; the
 *     others are the JVM's
 */
public record HubPlan(Path folder, int merchants, int gateways, String gatewayHeap, List<String> gatewayArguments) {
    public HubPlan {
        folder = folder.toAbsolutePath();
        gatewayArguments = List.copyOf(gatewayArguments);
        if (merchants < 1 || gateways < 1) {
            throw new IllegalArgumentException("a hub has at least one merchant and one gateway");
        }
    }

    /**
     * What the JVM of a gateway, and of whatever it is compared with, is started with.
     *
     * @param arguments for a gateway or its JVM; those for the JVM are among the result, and may choose another collector
     */
    public static List<String> jvm(String heap, List<String> arguments) {
        var options = new ArrayList<String>();
        options.add("-Xmx" + heap);
        if (arguments.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
            options.add("-XX:+UseParallelGC");
        }
        arguments.stream().filter(argument -> !isSetting(argument)).forEach(options::add);
        return options;
    }

    List<String> settings() {
        return gatewayArguments.stream().filter(HubPlan::isSetting).toList();
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--");
    }

    /** Removes what a former hub left; a folder that is a file system of its own stays, empty. */
    public void clear() throws IOException {
        Folders.delete(folder, HubPlan::isMount);
    }

    private static boolean isMount(Path path) {
        try {
            return Files.isDirectory(path) && !Files.getFileStore(path).equals(Files.getFileStore(path.getParent()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("nobody can tell whose file system a folder of the hub is", unreadable);
        }
    }
}
