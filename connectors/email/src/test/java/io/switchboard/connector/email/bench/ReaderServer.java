package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The other end of {@link ReaderProcess} for the readers that are Java: reads what it is given, one line of JSON for each mail. */
public final class ReaderServer {

    static final String OURS = "ours";
    static final String ANGUS = "angus";
    static final String MIME4J = "mime4j";

    private final JsonMapper json = new JsonMapper();
    private final List<byte[]> kept = new ArrayList<>();
    private final MailReader reader;
    private final PrintStream answers;

    private ReaderServer(MailReader reader, PrintStream answers) {
        this.reader = reader;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var server = new ReaderServer(named(arguments[0]), answers);
        server.answer("ready");
        try (var commands = new DataInputStream(new BufferedInputStream(System.in))) {
            server.serve(commands);
        } catch (EOFException over) {
            System.exit(0);
        }
    }

    static MailReader named(String name) {
        return switch (name) {
            case OURS -> new OurReader();
            case ANGUS -> new AngusReader();
            case MIME4J -> new Mime4jReader();
            default -> throw new IllegalArgumentException("there is no reader " + name);
        };
    }

    private void serve(DataInputStream commands) throws IOException {
        while (true) {
            var command = commands.readByte();
            var number = commands.readInt();
            switch (command) {
                case ReaderProcess.READ -> answer(json.writeValueAsString(read(commands.readNBytes(number))));
                case ReaderProcess.KEEP -> {
                    kept.add(commands.readNBytes(number));
                    answer("kept");
                }
                case ReaderProcess.PASS -> answer(Double.toString(passes(number)));
                default -> throw new IOException("unknown command " + command);
            }
        }
    }

    private void answer(String line) {
        answers.println(line);
        answers.flush();
    }

    private double passes(int times) {
        var start = System.nanoTime();
        for (var i = 0; i < times; i++) {
            for (var mail : kept) {
                read(mail);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** An error counts as well as an exception: a reader on a stack too small for it takes its thread with it. */
    private Map<String, Object> read(byte[] mail) {
        var answer = new LinkedHashMap<String, Object>();
        var start = System.nanoTime();
        try {
            for (var fact : reader.open(mail).entrySet()) {
                ask(fact, answer);
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            answer.put("failure", failure.getClass().getSimpleName());
        }
        answer.put("nanos", System.nanoTime() - start);
        return answer;
    }

    private static void ask(Map.Entry<Fact, java.util.concurrent.Callable<String>> fact, Map<String, Object> answer) {
        try {
            answer.put(fact.getKey().name(), fact.getValue().call());
        } catch (Exception | StackOverflowError failure) {
            answer.put("failure", failure.getClass().getSimpleName());
        }
    }
}
