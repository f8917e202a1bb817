package io.switchboard.connector.email.text;

import io.switchboard.connector.email.content.Reading;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Finds the charset of text that does not say it, by what would come out: of all charsets that can read the bytes the one wins in
 * which the letters are those of a language. Says nothing unless it is clearly better than every other reading.
 *
 * @param charset in which the text reads well
 * @param fit how well, up to 1
 * @param letters how many characters beyond ASCII speak for it
 */
record CharsetGuess(Charset charset, double fit, int letters) {
    private static final int SAMPLE = 8 * 1024;
    private static final int FEW = 4;
    private static final double GOOD = 0.55;
    private static final double CLEARLY = 0.1;
    private static final String WESTERN = "windows-1252";

    /** Empty when no reading stands out. */
    static Optional<CharsetGuess> of(byte[] bytes) {
        var sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, endOfSample(bytes)) : bytes;
        var readings = readings(sample);
        var best = readings.stream().max(Comparator.comparingDouble(Reading::fit));
        return best.filter(reading -> isClear(reading, readings)).map(Reading::guess);
    }

    private static List<Reading> readings(byte[] sample) {
        var texts = new HashMap<String, Optional<String>>();
        var readings = new ArrayList<Reading>();
        for (var script : Script.ALL) {
            for (var name : script.charsets()) {
                texts.computeIfAbsent(
                                name,
                                charset -> Charsets.strictly(
                                                sample, Charsets.named(charset).orElseThrow())
                                        .filter(text -> !hasControls(text)))
                        .ifPresent(text -> readings.add(new Reading(text, script.fit(text), name, script)));
            }
        }
        return readings.reversed();
    }

    private static boolean isClear(Reading best, List<Reading> readings) {
        var rival = readings.stream()
                .filter(other ->
                        !other.script.charsets().equals(best.script.charsets()) && !other.text.equals(best.text))
                .mapToDouble(Reading::fit)
                .max()
                .orElse(-1);
        var western = readings.stream()
                .filter(reading -> reading.charset.equals(WESTERN))
                .mapToDouble(Reading::fit)
                .max()
                .orElse(-1);
        var enough = western < -0.3 ? FEW / 2 : FEW;
        return best.fit >= GOOD && best.letters() >= enough && best.fit - rival >= CLEARLY;
    }

    /** How well the bytes read in western European languages. */
    static double westernFit(byte[] bytes) {
        var sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        var text = new String(sample, Charsets.WINDOWS_1252);
        return Script.ALL.stream()
                .filter(script -> script.charsets().contains(WESTERN))
                .mapToDouble(script -> script.fit(text))
                .max()
                .orElse(0);
    }

    boolean isWestern() {
        return charset.equals(Charsets.WINDOWS_1252);
    }

    /** Not in the middle of a character. */
    private static int endOfSample(byte[] bytes) {
        var end = SAMPLE;
        while (end > SAMPLE / 2 && bytes[end - 1] != ' ' && bytes[end - 1] != '\n') {
            end--;
        }
        return end > SAMPLE / 2 ? end : SAMPLE;
    }

    private static boolean hasControls(String text) {
        return text.chars()
                .anyMatch(c -> (c >= 0x7f && c < 0xa0) || (c >= '\ue000' && c <= '\uf8ff') || c == 0 || c == 0x1b);
    }

    private record Reading(String text, double fit, String charset, Script script) {
        CharsetGuess guess() {
            return new CharsetGuess(Charsets.named(charset).orElseThrow(), fit, letters());
        }

        private int letters() {
            return (int) text.chars().filter(c -> c >= 0x80).count();
        }
    }
}
