package io.switchboard.gateway.intake.mail;

import static org.awaitility.Awaitility.await;

import io.switchboard.gateway.ports.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Dovecot on loopback, with a configuration and mailboxes of its own in a temporary folder, run by the current user; by
 * {@code nobody} when that is root, since Dovecot's login does not like to be.
 */
final class Dovecot implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final int port = RawServer.closedPort();
    private final String user =
            System.getProperty("user.name").equals("root") ? "nobody" : System.getProperty("user.name");
    private Process process;
    private int delivered;

    Dovecot() throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("dovecot.conf"), configuration());
        for (var part : List.of("new", "cur", "tmp")) {
            Files.createDirectories(maildir().resolve(part));
        }
        process = started();
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    int port() {
        return port;
    }

    /** Pulls the plug: of the whole process group at once, or those who are left would hold the port. */
    void kill() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid()).start().waitFor();
        process.waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = started();
    }

    /** As a delivery agent does: whole, and then moved to its place. */
    void deliver(String mail, Instant arrived) throws IOException {
        var name = String.format(Locale.ROOT, "%010d.M%06dP1.test", 1_700_000_000 + delivered, delivered);
        delivered++;
        var whole = Files.write(maildir().resolve("tmp").resolve(name), mail.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(whole, FileTime.from(arrived));
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(whole, maildir().resolve("new").resolve(name));
    }

    /** Forgets all UIDs, as a restored or migrated mailbox does; UIDVALIDITY is the time in seconds. */
    void renumber() throws IOException {
        var now = System.nanoTime();
        await().until(() -> System.nanoTime() - now > TimeUnit.MILLISECONDS.toNanos(1_100));
        try (Stream<Path> files = Files.list(maildir())) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Mails that somebody, or we, marked as seen. */
    long seen() throws IOException {
        try (Stream<Path> files = Files.list(maildir().resolve("cur"))) {
            return files.filter(path -> path.getFileName().toString().matches(".*:2,.*S.*"))
                    .count();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            kill();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Process started() throws IOException, InterruptedException {
        own();
        var command = new ArrayList<>(List.of("setsid"));
        if (!user.equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(
                PROGRAM.toString(), "-F", "-c", folder.resolve("dovecot.conf").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    /** Gives the folder to whom the server runs as. */
    private void own() throws IOException, InterruptedException {
        var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.toList()) {
                Files.setOwner(path, owner);
            }
        }
    }

    private Path maildir() {
        return folder.resolve("mail").resolve("shop");
    }

    private String configuration() {
        var group = user.equals("nobody") ? "nogroup" : user;
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                protocols = imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                default_internal_user = %2$s
                default_internal_group = %3$s
                default_login_user = %2$s
                passdb {
                  driver = static
                  args = password=imap-secret
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u allow_all_users=yes
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                }
                """.formatted(folder, user, group, port);
    }
}
