package io.switchboard.connector.email.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run does.
 *
 * @param corpora the folder of the corpora
 * @param mutants how many this reader gets
 * @param othersMutants how many each other reader gets: the first of the same
 * @param processes of one reader that take the mutants at once
 */
record BenchSettings(Path corpora, int mutants, int othersMutants, int processes, Set<Section> sections) {

    /** The parts of a run. */
    enum Section {
        FACTS,
        EXPECTATIONS,
        NOISE,
        SPEED,
        HEAP
    }

    BenchSettings {
        sections = Set.copyOf(sections);
        if (!Files.isDirectory(corpora)) {
            throw new IllegalArgumentException("the first argument is not the folder of the corpora");
        }
    }

    /** {@code <folder> [--mutants=1000000] [--others=100000] [--processes=2] [--only=facts,heap]}. */
    static BenchSettings of(String... arguments) {
        var settings = new BenchSettings(
                Path.of(arguments.length == 0 ? System.getProperty("switchboard.corpora", "") : arguments[0]),
                1_000_000,
                100_000,
                2,
                EnumSet.allOf(Section.class));
        for (var argument : Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length)) {
            settings = settings.with(argument);
        }
        return settings;
    }

    private BenchSettings with(String argument) {
        var pair = argument.split("=", 2);
        var value = pair.length == 2 ? pair[1] : "";
        return switch (pair[0]) {
            case "--mutants" -> new BenchSettings(corpora, Integer.parseInt(value), othersMutants, processes, sections);
            case "--others" -> new BenchSettings(corpora, mutants, Integer.parseInt(value), processes, sections);
            case "--processes" -> new BenchSettings(corpora, mutants, othersMutants, Integer.parseInt(value), sections);
            case "--only" -> new BenchSettings(corpora, mutants, othersMutants, processes, sections(value));
            default -> throw new IllegalArgumentException("unknown argument " + pair[0]);
        };
    }

    private static Set<Section> sections(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> Section.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    boolean includes(Section section) {
        return sections.contains(section);
    }
}
