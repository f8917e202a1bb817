package io.switchboard.connector.email.bench;

import io.switchboard.connector.email.bench.BenchSettings.Section;
import io.switchboard.connector.email.quotation.ReplyParserVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prints how this reader does beside Angus Mail, Mime4j and, where Node.js and the npm registry are at hand, mailparser and postal-mime.
 * Arguments: {@link BenchSettings#of}. The README of the connector has the command and the table.
 */
public final class MailBench {

    private final BenchSettings settings;
    private final Path folder;
    private final List<Contestant> contestants;
    private final MarkdownTable table;

    private MailBench(BenchSettings settings, Path folder, List<Contestant> contestants) {
        this.settings = settings;
        this.folder = folder;
        this.contestants = contestants;
        this.table = new MarkdownTable(contestants);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var settings = BenchSettings.of(arguments);
        var folder = Files.createTempDirectory("mail-bench");
        System.out.println("working in " + folder);
        var present = new Contestants(folder);
        new MailBench(settings, folder, present.all()).run(present.witness());
    }

    private void run(Optional<Contestant> witness) throws IOException, InterruptedException {
        var mails = CorpusMails.below(settings.corpora());
        var readings = new Readings(mails);
        for (var contestant : contestants) {
            readings.add(contestant);
        }
        table.add("mails of the corpora that ended in an exception", contestant -> failures(readings, contestant));
        if (settings.includes(Section.FACTS)) {
            if (witness.isPresent()) {
                readings.add(witness.get());
            }
            facts(readings);
        }
        if (settings.includes(Section.EXPECTATIONS)) {
            expectations();
        }
        if (settings.includes(Section.NOISE)) {
            noise(mails);
        }
        if (settings.includes(Section.SPEED)) {
            var all = IntStream.range(0, mails.size())
                    .filter(mail -> mails.get(mail).compared() && readings.isReadBy(contestants, mail))
                    .mapToObj(mail -> mails.get(mail).bytes())
                    .toList();
            speed(all.size() + " corpus mails", all);
            var generated = GeneratedMails.some();
            speed(generated.size() + " everyday mails", generated);
        }
        if (settings.includes(Section.HEAP)) {
            heap();
        }
        System.out.println();
        System.out.println(table);
    }

    private static String failures(Readings readings, Contestant contestant) {
        var mails = readings.mails().size();
        var failed = IntStream.range(0, mails)
                .filter(mail -> readings.of(contestant, mail).failure().isPresent())
                .count();
        return failed + " of " + mails;
    }

    private void facts(Readings readings) throws IOException {
        var accuracy = new Accuracy(readings, contestants);
        accuracy.addTo(table);
        Files.writeString(folder.resolve("accuracy.txt"), accuracy.details());
        Files.writeString(folder.resolve("disagreements.txt"), accuracy.disagreements());
    }

    private void expectations() throws IOException {
        var replies = ReplyParserVerdicts.score(settings.corpora().resolve("email_reply_parser"));
        ours(
                "chatwoot-mail: mails of which all holds that its authors expect",
                ChatwootVerdicts.score(settings.corpora()));
        ours("email_reply_parser: mails divided as its authors expect", replies);
    }

    private void ours(String figure, String value) {
        table.add(figure, contestant -> contestant.isOurs() ? value : "");
    }

    private void noise(List<CorpusMail> mails) throws IOException, InterruptedException {
        var noise = new Noise(mails, settings.processes());
        var survivals = new LinkedHashMap<Contestant, Survival>();
        for (var contestant : contestants) {
            var mutants = contestant.isOurs() ? settings.mutants() : settings.othersMutants();
            var kept = folder.resolve(contestant.title().replaceAll("\\W+", "-"));
            var survival = noise.survived(contestant, mutants, kept);
            System.err.println(contestant.title() + ": " + survival.kinds());
            survivals.put(contestant, survival);
        }
        table.add(
                "mutants that ended in an exception",
                contestant -> of(survivals, contestant).failures());
        table.add("slowest mutant, ms", contestant -> of(survivals, contestant).worst());
    }

    private static <T> T of(Map<Contestant, T> all, Contestant contestant) {
        return Optional.ofNullable(all.get(contestant)).orElseThrow();
    }

    private void speed(String what, List<byte[]> mails) throws IOException, InterruptedException {
        var speed = Speed.of(contestants, mails);
        table.add(what + " a second, one core", contestant -> "%,.0f".formatted(speed.perSecond(contestant)));
        contestants.stream()
                .filter(other -> other.title().startsWith("mailparser"))
                .findFirst()
                .ifPresent(mailparser -> table.add(
                        "the same ÷ mailparser's",
                        contestant -> "%.1f".formatted(speed.ratio(contestant, mailparser))));
    }

    private void heap() throws IOException, InterruptedException {
        for (var shape : LargeMail.values()) {
            var figures = new LinkedHashMap<Contestant, String>();
            for (var contestant : contestants) {
                var reader = contestant.command().getLast();
                figures.put(contestant, contestant.isJava() ? Heap.above(reader, shape) : "");
            }
            table.add("heap above idle, MB: 50 MB of " + shape.words(), contestant -> of(figures, contestant));
        }
    }
}
