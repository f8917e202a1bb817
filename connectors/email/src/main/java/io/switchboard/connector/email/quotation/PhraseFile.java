package io.switchboard.connector.email.quotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** {@code phrases.txt}: rows of kind, language and phrases. */
final class PhraseFile {

    private static final String NAME = "phrases.txt";
    private static final Map<String, List<String>> BY_KIND = read();

    private PhraseFile() {}

    /** The phrases of a kind in all languages, each once, in the form of {@link Wording}. */
    static List<String> phrases(String kind) {
        var phrases = BY_KIND.get(kind);
        if (phrases == null) {
            throw new IllegalArgumentException(NAME + " has no rows of kind " + kind);
        }
        return phrases;
    }

    private static Map<String, List<String>> read() {
        var byKind = new HashMap<String, LinkedHashSet<String>>();
        try (var stream = PhraseFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .forEach(row -> byKind.computeIfAbsent(row[0].strip(), kind -> new LinkedHashSet<>())
                            .addAll(phrasesOf(row[2])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var lists = new HashMap<String, List<String>>();
        byKind.forEach((kind, phrases) -> lists.put(kind, List.copyOf(phrases)));
        return Map.copyOf(lists);
    }

    private static List<String> phrasesOf(String cell) {
        var phrases = new ArrayList<String>();
        for (var phrase : cell.split(";", -1)) {
            phrases.add(Wording.of(phrase));
        }
        phrases.removeIf(String::isEmpty);
        return phrases;
    }
}
