package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.email.bench.MailParser.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prints how this reader does beside Angus Mail, Mime4j and, where Node.js and the npm registry are at hand, mailparser and postal-mime.
 * Argument: the folder of the corpora. Pin it to one core ({@code taskset -c 0 java …}) for the speeds to be of one core.
 */
public final class MailBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 7;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> mails = new ArrayList<>();
    private final Map<String, List<Optional<Facts>>> facts = new LinkedHashMap<>();
    private final Map<String, Double> speeds = new LinkedHashMap<>();

    private MailBench() {}

    public static void main(String[] arguments) throws Exception {
        AngusParser.beLenient();
        var bench = new MailBench();
        bench.collect(Path.of(arguments[0]));
        bench.run();
        bench.print(Path.of(arguments[0]));
        HeapProbe.print();
    }

    private void collect(Path corpora) throws IOException {
        for (var corpus : List.of("chatwoot-mail", "mikel-mail", "mime4j-testmsgs")) {
            try (var files = Files.walk(corpora.resolve(corpus))) {
                for (var file : files.filter(MailBench::isMail).sorted().toList()) {
                    names.add(file.getFileName().toString());
                    mails.add(Files.readAllBytes(file));
                }
            }
        }
    }

    private static boolean isMail(Path file) {
        return file.toString().endsWith(".eml") || file.toString().endsWith(".msg");
    }

    private void run() throws Exception {
        List<MailParser> parsers = List.of(new OurParser(), new AngusParser(), new Mime4jParser());
        for (var parser : parsers) {
            facts.put(
                    parser.name(),
                    mails.stream().map(mail -> read(parser, mail)).toList());
        }
        var npm = NodeParser.install();
        var folder = written();
        if (npm.isPresent()) {
            for (var name : NodeParser.names()) {
                facts.put(name, facts(npm.get().facts(parserOf(name), folder)));
            }
        } else {
            System.out.println("npm parsers skipped: no Node.js or no registry here");
        }
        // In turns, so that a busy moment of the machine meets all.
        for (var parser : parsers) {
            warmUp(parser);
        }
        var rounds = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var parser : parsers) {
                rounds.computeIfAbsent(parser.name(), absent -> new ArrayList<>())
                        .add(mails.size() / seconds(parser));
            }
            if (npm.isPresent()) {
                for (var name : NodeParser.names()) {
                    rounds.computeIfAbsent(name, absent -> new ArrayList<>())
                            .add(npm.get().speed(parserOf(name), folder, 3));
                }
            }
        }
        rounds.forEach(
                (name, all) -> speeds.put(name, all.stream().sorted().toList().get(ROUNDS / 2)));
    }

    private static String parserOf(String npmPackage) {
        return npmPackage.substring(0, npmPackage.indexOf('@'));
    }

    private static Optional<Facts> read(MailParser parser, byte[] mail) {
        try {
            return Optional.of(parser.read(mail).normalized());
        } catch (Exception | StackOverflowError failed) {
            return Optional.empty();
        }
    }

    private Path written() throws IOException {
        var folder = Files.createTempDirectory("mail-bench");
        for (var i = 0; i < mails.size(); i++) {
            Files.write(folder.resolve(i + ".eml"), mails.get(i));
        }
        return folder;
    }

    private static List<Optional<Facts>> facts(JsonNode answers) {
        var facts = new ArrayList<Optional<Facts>>();
        for (var answer : answers) {
            facts.add(
                    answer.has("error")
                            ? Optional.empty()
                            : Optional.of(new Facts(
                                            answer.get("subject").asText(),
                                            answer.get("from").asText(),
                                            answer.get("name").asText(),
                                            answer.get("files").asInt())
                                    .normalized()));
        }
        return facts;
    }

    private void warmUp(MailParser parser) {
        for (var i = 0; i < 20; i++) {
            seconds(parser);
        }
    }

    private double seconds(MailParser parser) {
        var start = System.nanoTime();
        for (var mail : mails) {
            read(parser, mail);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void print(Path corpora) throws IOException {
        System.out.println("| | " + String.join(" | ", facts.keySet()) + " |");
        System.out.println("|---|" + "---|".repeat(facts.size()));
        row("mails of " + mails.size() + " that ended in an exception", parser -> Long.toString(failures(parser)));
        var expected = expectations(corpora);
        row(
                "facts of chatwoot-mail's authors (subjects, files), of " + expected.size(),
                parser -> Long.toString(
                        expected.stream().filter(fact -> fact.holds(parser)).count()));
        agreement("subject", Facts::subject);
        agreement("From address", Facts::from);
        agreement("From name", Facts::name);
        agreement("number of files", Facts::files);
        row("mails/s, one core", parser -> String.format(Locale.ROOT, "%.0f", speed(parser)));
        var mailparser = speeds.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("mailparser"))
                .map(Map.Entry::getValue)
                .findFirst();
        mailparser.ifPresent(base ->
                row("the same ÷ mailparser", parser -> String.format(Locale.ROOT, "%.1f", speed(parser) / base)));
    }

    private double speed(String parser) {
        return speeds.getOrDefault(parser, Double.NaN);
    }

    private long failures(String parser) {
        return of(parser).stream().filter(Optional::isEmpty).count();
    }

    private List<Optional<Facts>> of(String parser) {
        return facts.getOrDefault(parser, List.of());
    }

    private void row(String what, Function<String, String> cell) {
        System.out.println("| " + what + " | "
                + String.join(" | ", facts.keySet().stream().map(cell).toList()) + " |");
    }

    /** How often a parser says what all others who could read the mail agree on. Printed to find out who is right, too. */
    private void agreement(String what, Function<Facts, Object> fact) {
        row(what + ": agrees with all others where those agree", parser -> {
            var asked = 0;
            var agreed = 0;
            for (var i = 0; i < mails.size(); i++) {
                var index = i;
                var others = facts.keySet().stream()
                        .filter(other -> !other.equals(parser))
                        .flatMap(other -> of(other).get(index).stream())
                        .map(fact)
                        .toList();
                if (others.size() < 2 || others.stream().distinct().count() > 1) {
                    continue;
                }
                asked++;
                var own = of(parser).get(index).map(fact);
                if (own.equals(Optional.of(others.getFirst()))) {
                    agreed++;
                } else if (parser.equals("Switchboard")) {
                    System.err.println(what + " of " + names.get(index) + ": " + own.orElse("none") + " and not "
                            + others.getFirst());
                }
            }
            return agreed + " of " + asked;
        });
    }

    /** Something the authors of a corpus wrote down of a mail. */
    private record Expectation(int mail, String what, JsonNode value, Map<String, List<Optional<Facts>>> facts) {

        boolean holds(String parser) {
            var found = facts.getOrDefault(parser, List.of()).get(mail);
            return found.filter(read -> switch (what) {
                        case "subject" -> read.subject().equals(value.asText().strip());
                        case "attachments" -> read.files() == value.asInt();
                        default -> false;
                    })
                    .isPresent();
        }
    }

    private List<Expectation> expectations(Path corpora) throws IOException {
        var file = corpora.resolve("chatwoot-mail").resolve("expected.json").toFile();
        var expectations = new ArrayList<Expectation>();
        for (var mail : JSON.readTree(file).get("mails").properties()) {
            var index = names.indexOf(mail.getKey());
            Stream.of("subject", "attachments")
                    .filter(what -> index >= 0 && mail.getValue().has(what))
                    .forEach(what -> expectations.add(
                            new Expectation(index, what, mail.getValue().get(what), facts)));
        }
        return expectations;
    }
}
