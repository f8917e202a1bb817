package io.switchboard.sandbox.infrastructure;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}), run to their end.
 *
 * <p>They refuse to run as root. In a user namespace of its own (Linux {@code unshare -U}) root is nobody, and so is the
 * owner of root's files, which is all that PostgreSQL asks for.
 */
record PostgresPrograms(Path home) {

    private static final long ROOT = 0;

    /** Fails with what the program printed when the program fails. */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (new UnixSystem().getUid() == ROOT) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);

        Process process = processBuilder(command).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = await(process);
        if (printed.startsWith("unshare:")) {
            throw new StartRefusedException(
                    "PostgreSQL: it does not run as root, and this machine permits no user namespace; start as another user");
        }
        if (exit != 0) {
            throw new IOException("%s ended with %d: %s".formatted(program, exit, printed.strip()));
        }
    }

    /** Without the caller's PGPORT, PGDATA, PGOPTIONS and language. */
    private static ProcessBuilder processBuilder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
