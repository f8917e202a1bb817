package io.switchboard.sandbox.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document with gaps, <code>${slot}</code>, cut apart once so that writing it is copying. */
final class Template {

    private static final Pattern GAP = Pattern.compile("\\$\\{([a-z_]+)}");

    private final byte[][] literals;
    private final Slot[] slots;

    private Template(List<byte[]> literals, List<Slot> slots) {
        this.literals = literals.toArray(byte[][]::new);
        this.slots = slots.toArray(Slot[]::new);
    }

    /** Fills a gap. */
    interface Filling {
        void fill(Slot slot, Bytes out);
    }

    /** A resource whose lines are one line, as platforms send JSON. */
    static Template joined(String resource) {
        return of(lines(resource).stream().map(String::strip).collect(Collectors.joining()));
    }

    /** A resource with the line ends of mail and HTTP. */
    static Template withLineEnds(String resource) {
        return of(lines(resource).stream().map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    static Template of(String text) {
        var literals = new ArrayList<byte[]>();
        var slots = new ArrayList<Slot>();
        var gaps = GAP.matcher(text);
        var from = 0;
        while (gaps.find()) {
            literals.add(text.substring(from, gaps.start()).getBytes(StandardCharsets.UTF_8));
            slots.add(Slot.valueOf(gaps.group(1).toUpperCase(Locale.ROOT)));
            from = gaps.end();
        }
        literals.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return new Template(literals, slots);
    }

    void write(Bytes out, Filling filling) {
        for (var i = 0; i < slots.length; i++) {
            out.put(literals[i]);
            filling.fill(slots[i], out);
        }
        out.put(literals[slots.length]);
    }

    static List<String> lines(String resource) {
        try (var in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is not in the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", broken);
        }
    }
}
