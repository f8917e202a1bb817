package io.switchboard.sandbox.infrastructure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** How a server is asked for when it runs in a process of its own. */
record CommandLine(Path dataDir, int port) {

    private static final String DATA_DIR = "--data-dir";
    private static final String PORT = "--port";

    static CommandLine parse(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String dataDir = options.getOrDefault(DATA_DIR, "");
        String port = options.getOrDefault(PORT, "");
        boolean understood = arguments.length == 4 && options.keySet().equals(Set.of(DATA_DIR, PORT));
        if (!understood || dataDir.isEmpty() || !port.matches("\\d{1,5}")) {
            throw new StartRefusedException(
                    "expected %s <folder> %s <number, 0 for a free one>".formatted(DATA_DIR, PORT));
        }
        return new CommandLine(Path.of(dataDir), Integer.parseInt(port));
    }

    /** Says in one line that the server is ready and keeps the process until it is told to end. */
    static void serve(Runnable close, String readyLine) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(close));
        System.out.println(readyLine);
        new CountDownLatch(1).await();
    }
}
