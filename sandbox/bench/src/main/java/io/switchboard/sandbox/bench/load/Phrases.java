package io.switchboard.sandbox.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What customers say, made once and drawn from ever after, so that no two bodies are alike and writing one is copying. ASCII
 * without quotation marks, backslashes and equals signs, hence fit for JSON and quoted-printable as it is.
 */
final class Phrases {

    private static final int PARAGRAPHS = 256;
    private static final int COLUMNS = 72;
    private static final String LINE_END = "\r\n";

    private static final List<String> SENTENCES = Template.lines("sentences.txt");
    private static final List<String> FIRST = words(
            "Ada Ben Clara David Elena Finn Greta Hugo Ida Jonas Kira Leo Maja Nils Olga "
                    + "Paul Rosa Samir Tilda Uwe Vera Willem Xenia Yusuf Zoe Anton Berta Carlos Dora Emil Frida Gustav");
    private static final List<String> LAST = words(
            "Lindqvist Berger Costa Dubois Eriksen Fischer Garcia Hansen Ivanova Jansen "
                    + "Kowalski Lehmann Moreau Novak Olsen Petrov Quist Rossi Schmidt Tanaka Ueda Vogel Weber Yilmaz Zimmer Albrecht");
    private static final List<String> PRODUCTS =
            words("Teapot Kettle Strainer Saucer Thermos Caddy Whisk Infuser").stream()
                    .flatMap(what ->
                            words("blue green sand white slate copper").stream().map(colour -> what + " - " + colour))
                    .toList();

    private final byte[][] sentences = bytes(SENTENCES.stream());
    private final byte[][] paragraphs;
    private final byte[][] quoted;
    private final byte[][] html;

    Phrases(long seed) {
        var random = new SplittableRandom(seed);
        var texts = IntStream.range(0, PARAGRAPHS).mapToObj(i -> text(random)).toList();
        paragraphs = bytes(texts.stream().map(text -> wrapped(text, "")));
        quoted = bytes(texts.stream().map(text -> wrapped(text, "> ")));
        html = bytes(texts.stream().map(Phrases::markup));
    }

    static String first(long of) {
        return pick(FIRST, of);
    }

    static String last(long of) {
        return pick(LAST, of / FIRST.size());
    }

    static String product(int of) {
        return pick(PRODUCTS, of);
    }

    byte[] sentence(int of) {
        return pick(sentences, of);
    }

    /** A few sentences and an empty line. */
    byte[] paragraph(int of) {
        return pick(paragraphs, of);
    }

    /** The same as an answer quotes it. */
    byte[] quoted(int of) {
        return pick(quoted, of);
    }

    /** The same as quoted-printable HTML. */
    byte[] html(int of) {
        return pick(html, of);
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(6, 11), 0, SENTENCES.size())
                .mapToObj(SENTENCES::get)
                .collect(Collectors.joining(" "));
    }

    private static String wrapped(String text, String prefix) {
        var out = new StringBuilder();
        var line = new StringBuilder(prefix);
        for (var word : words(text)) {
            if (line.length() + word.length() > COLUMNS) {
                out.append(line.toString().stripTrailing()).append(LINE_END);
                line.setLength(prefix.length());
            }
            line.append(word).append(' ');
        }
        return out.append(line.toString().stripTrailing())
                .append(LINE_END)
                .append(prefix.isEmpty() ? LINE_END : "")
                .toString();
    }

    /** With soft line breaks, so that no line is longer than 76 characters. */
    private static String markup(String text) {
        var encoded = "<div style=3D\"margin: 0 0 1em 0\">" + text + "</div>";
        var out = new StringBuilder();
        for (var from = 0; from < encoded.length(); ) {
            var to = Math.min(encoded.length(), from + COLUMNS);
            if (to < encoded.length() && encoded.lastIndexOf('=', to) > to - 3) {
                to -= 3;
            }
            out.append(encoded, from, to)
                    .append(to < encoded.length() ? "=" : "")
                    .append(LINE_END);
            from = to;
        }
        return out.toString();
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private static byte[][] bytes(Stream<String> texts) {
        return texts.map(text -> text.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
    }

    private static <T> T pick(List<T> from, long of) {
        return from.get((int) Math.floorMod(of, (long) from.size()));
    }

    private static byte[] pick(byte[][] from, int of) {
        return from[Math.floorMod(of, from.length)];
    }
}
