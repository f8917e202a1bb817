package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A mail reader in a process of its own, which may hang or die over a mail and is started again. Commands are a letter, a number and, for
 * mails, as many bytes; every answer is a line.
 */
final class ReaderProcess implements AutoCloseable {

    static final char READ = 'R';
    static final char KEEP = 'K';
    static final char PASS = 'P';

    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration LONGEST_MAIL = Duration.ofSeconds(2);
    private static final Duration LONGEST_PASS = Duration.ofMinutes(5);
    private static final String OVER = "";

    private final JsonMapper json = new JsonMapper();
    private final List<String> command;
    private final Path folder;
    private BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private @Nullable Process process;

    /** @param folder where it runs and leaves its error output */
    ReaderProcess(List<String> command, Path folder) {
        this.command = List.copyOf(command);
        this.folder = folder;
    }

    Reading read(byte[] mail) throws IOException, InterruptedException {
        send(READ, mail.length, mail);
        var answer = answer(LONGEST_MAIL);
        if (answer.isEmpty() || answer.get().equals(OVER)) {
            close();
            return Reading.failed(answer.isEmpty() ? Reading.TIMED_OUT : Reading.DIED, LONGEST_MAIL.toNanos());
        }
        return reading(answer.get());
    }

    /** Keeps a mail for {@link #seconds}. */
    void keep(byte[] mail) throws IOException, InterruptedException {
        send(KEEP, mail.length, mail);
        expected(START);
    }

    /** What it takes to read all mails it keeps so many times. */
    double seconds(int times) throws IOException, InterruptedException {
        send(PASS, times, new byte[0]);
        return Double.parseDouble(expected(LONGEST_PASS));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    private void send(char letter, int number, byte[] mail) throws IOException, InterruptedException {
        var commands = new DataOutputStream(new BufferedOutputStream(running().getOutputStream()));
        commands.writeByte(letter);
        commands.writeInt(number);
        commands.write(mail);
        commands.flush();
    }

    private Process running() throws IOException, InterruptedException {
        var running = process;
        if (running == null) {
            running = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("readers.log").toFile()))
                    .start();
            process = running;
            var lines = new LinkedBlockingQueue<String>();
            var output = running.getInputStream();
            answers = lines;
            Thread.ofVirtual().start(() -> listen(output, lines));
            expected(START);
        }
        return running;
    }

    private static void listen(InputStream output, BlockingQueue<String> lines) {
        try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            // The process was ended while it wrote: the same as the end of its output.
        }
        lines.add(OVER);
    }

    private Optional<String> answer(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private String expected(Duration patience) throws IOException, InterruptedException {
        return answer(patience)
                .filter(line -> !line.equals(OVER))
                .orElseThrow(() ->
                        new IOException(command.getLast() + " does not answer, see " + folder.resolve("readers.log")));
    }

    private Reading reading(String line) throws IOException {
        var answer = json.readTree(line);
        var facts = new EnumMap<Fact, String>(Fact.class);
        for (var fact : Fact.values()) {
            if (answer.has(fact.name())) {
                facts.put(fact, answer.get(fact.name()).asText(""));
            }
        }
        var failure = Optional.ofNullable(answer.get("failure")).map(name -> name.asText());
        return new Reading(facts, failure, answer.get("nanos").asLong());
    }
}
