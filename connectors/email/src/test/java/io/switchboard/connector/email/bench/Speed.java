package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mails a second. Each contestant is a process on the same core, warmed up, and they take turns round by round, so that a busy moment of the
 * machine meets all; nobody else runs meanwhile. What counts is the median of the rounds' ratios.
 */
final class Speed {

    private static final int ROUNDS = 9;
    private static final double WINDOW_SECONDS = 5;
    private static final double LONGEST_WARM_UP_SECONDS = 150;
    private static final double FASTER = 1.03;
    private static final int WINDOWS_WITHOUT = 3;
    private static final double ROUND_SECONDS = 1;

    private final Map<Contestant, List<Double>> perSecond = new LinkedHashMap<>();

    static Speed of(List<Contestant> contestants, List<byte[]> mails) throws IOException, InterruptedException {
        var speed = new Speed();
        var processes = new LinkedHashMap<Contestant, ReaderProcess>();
        try {
            for (var contestant : contestants) {
                processes.put(contestant, contestant.startOnOneCore());
            }
            speed.measure(processes, mails);
        } finally {
            processes.values().forEach(ReaderProcess::close);
        }
        return speed;
    }

    private void measure(Map<Contestant, ReaderProcess> processes, List<byte[]> mails)
            throws IOException, InterruptedException {
        var passes = new LinkedHashMap<Contestant, Integer>();
        for (var process : processes.entrySet()) {
            for (var mail : mails) {
                process.getValue().keep(mail);
            }
            passes.put(process.getKey(), warm(process.getValue()));
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var process : processes.entrySet()) {
                var times = passes.getOrDefault(process.getKey(), 1);
                perSecond
                        .computeIfAbsent(process.getKey(), absent -> new ArrayList<>())
                        .add(times * mails.size() / process.getValue().seconds(times));
            }
        }
    }

    /**
     * Until three windows in a row are not faster than what was the fastest before them: a compiler that shares one core with what it
     * compiles is busy for a minute.
     *
     * @return how many passes fill a round
     */
    private static int warm(ReaderProcess process) throws IOException, InterruptedException {
        var passes = Math.max(1, (int) (WINDOW_SECONDS / process.seconds(1)));
        var fastest = Double.MAX_VALUE;
        var without = 0;
        for (var spent = 0.0; spent < LONGEST_WARM_UP_SECONDS && without < WINDOWS_WITHOUT; ) {
            var seconds = process.seconds(passes);
            spent += seconds;
            without = seconds / passes * FASTER < fastest ? 0 : without + 1;
            fastest = Math.min(fastest, seconds / passes);
            passes = Math.max(1, (int) (WINDOW_SECONDS / fastest));
        }
        return Math.max(1, (int) Math.round(ROUND_SECONDS / fastest));
    }

    double perSecond(Contestant contestant) {
        return median(rounds(contestant));
    }

    /** The contestant's speed ÷ the other's. */
    double ratio(Contestant contestant, Contestant other) {
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            ratios.add(rounds(contestant).get(round) / rounds(other).get(round));
        }
        return median(ratios);
    }

    private List<Double> rounds(Contestant contestant) {
        return perSecond.getOrDefault(contestant, List.of());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
