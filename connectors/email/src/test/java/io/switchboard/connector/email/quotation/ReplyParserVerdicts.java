package io.switchboard.connector.email.quotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the authors of email_reply_parser expect of each of their mails, and which of it does not hold. */
public final class ReplyParserVerdicts {

    private ReplyParserVerdicts() {}

    /** By name of the mail; nothing is wrong with most. */
    public static Map<String, List<String>> of(Path corpus) throws IOException {
        var fixtures = new JsonMapper()
                .readTree(corpus.resolve("expected.json").toFile())
                .get("fixtures");
        var verdicts = new TreeMap<String, List<String>>();
        for (var fixture : fixtures.properties()) {
            var mail = Files.readString(corpus.resolve(fixture.getKey() + ".txt"));
            verdicts.put(fixture.getKey(), disagreements(mail, fixture.getValue()));
        }
        return verdicts;
    }

    /** In words. */
    public static String score(Path corpus) throws IOException {
        var verdicts = of(corpus);
        return verdicts.values().stream().filter(List::isEmpty).count() + " of " + verdicts.size();
    }

    private static List<String> disagreements(String mail, JsonNode expected) {
        var started = System.nanoTime();
        var fragments = Fragments.of(mail);
        var took = Duration.ofNanos(System.nanoTime() - started);
        var wrong = new ArrayList<String>();
        for (var fact : expected.properties()) {
            if (!holds(fragments, took, fact.getKey(), fact.getValue())) {
                wrong.add(fact.getKey() + " " + described(fragments));
            }
        }
        return wrong;
    }

    private static boolean holds(Fragments fragments, Duration took, String fact, JsonNode expected) {
        var all = fragments.all();
        return switch (fact) {
            case "fragment_count" -> all.size() == expected.asInt();
            case "quoted" -> flags(all, Fragments.Fragment::isQuoted).equals(flags(expected));
            case "signature" -> flags(all, Fragments.Fragment::isSignature).equals(flags(expected));
            case "hidden" -> flags(all, Fragments.Fragment::isHidden).equals(flags(expected));
            case "visible_text_equals" -> fragments.visible().equals(expected.asText());
            case "max_seconds" -> took.toSeconds() < expected.asInt();
            case "fragment_regex" ->
                expected.properties().stream().allMatch(entry -> isFound(text(all, entry.getKey()), entry.getValue()));
            case "note" -> true;
            default -> isText(all, fact, expected);
        };
    }

    /** Which fragment has the empty lines between two is a matter of taste; that parser drops blanks at line ends. */
    private static boolean isText(List<Fragments.Fragment> all, String fact, JsonNode expected) {
        var index = fact.replace("fragment", "").replace("_equals", "");
        return text(all, index)
                .replaceAll(" +\n", "\n")
                .strip()
                .equals(expected.asText().strip());
    }

    private static boolean isFound(String text, JsonNode pattern) {
        return Pattern.compile(pattern.asText())
                .matcher(text.stripLeading().replace("\r", ""))
                .find();
    }

    private static String text(List<Fragments.Fragment> all, String index) {
        var at = Integer.parseInt(index);
        return at < all.size() ? all.get(at).text() : "";
    }

    private static List<Boolean> flags(List<Fragments.Fragment> all, Function<Fragments.Fragment, Boolean> flag) {
        return all.stream().map(flag).toList();
    }

    private static List<Boolean> flags(JsonNode array) {
        var flags = new ArrayList<Boolean>();
        array.forEach(flag -> flags.add(flag.asBoolean()));
        return flags;
    }

    private static String described(Fragments fragments) {
        return fragments.all().stream()
                .map(fragment -> (fragment.isQuoted() ? "quoted" : fragment.isSignature() ? "signature" : "written")
                        + (fragment.isHidden() ? ", hidden" : ""))
                .collect(Collectors.joining(" / "));
    }
}
