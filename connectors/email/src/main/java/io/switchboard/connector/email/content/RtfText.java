package io.switchboard.connector.email.content;

import io.switchboard.connector.email.content.RtfGroup.Place;
import io.switchboard.connector.email.text.Codepage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The words of an RTF document, or the HTML it was made of. One pass, no recursion; braces nobody closed cost nothing. */
final class RtfText {
    private static final int MAX_DEPTH = 1_000;
    private final RtfTokens tokens;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private RtfGroup group;
    private Charset standard = Codepage.charset(1252);
    private Charset pendingCharset = standard;
    private boolean html;
    private boolean starred;
    private int toSkip;

    private RtfText(byte[] rtf) {
        this.tokens = new RtfTokens(rtf);
        this.group = RtfGroup.outermost(standard);
    }

    /**
     * @param text the words, or markup
     * @param html whether it is markup
     */
    record Document(String text, boolean html) {
        @Override
        public String toString() {
            return "Document[" + text.length() + " characters]";
        }
    }

    /** @param limit how many characters at most */
    static Document read(byte[] rtf, int limit) {
        var reader = new RtfText(rtf);
        while (reader.text.length() < limit && reader.tokens.advance()) {
            reader.token();
        }
        reader.flush();
        return new Document(reader.text.toString(), reader.html);
    }

    private void token() {
        switch (tokens.kind()) {
            case OPEN -> open();
            case CLOSE -> close();
            case WORD -> word(tokens.word(), tokens.number());
            case SYMBOL -> symbol(tokens.value());
            case ENCODED, CHARACTER -> character(tokens.value());
        }
    }

    private void open() {
        flush();
        if (groups.size() < MAX_DEPTH) {
            groups.push(group);
        }
        starred = false;
    }

    private void close() {
        flush();
        if (!groups.isEmpty()) {
            group = groups.pop();
        }
        starred = false;
        toSkip = 0;
    }

    private void symbol(int symbol) {
        switch (symbol) {
            case '*' -> starred = true;
            case '~' -> write("\u00a0");
            case '_' -> write("\u2011");
            case '\n', '\r' -> write("\n");
            case '{', '}', '\\' -> character(symbol);
            default -> {}
        }
    }

    private void word(String word, int number) {
        switch (word) {
            case "fromhtml" -> html = number != 0;
            case "htmlrtf" -> group = group.htmlRtf(number != 0);
            case "htmltag" -> enter(starred && html ? Place.HTML_TAG : Place.SILENT);
            case "fonttbl" -> enter(Place.FONTS);
            case "ansicpg" -> {
                standard = Codepage.charset(number);
                group = group.charset(standard);
            }
            case "uc" -> group = group.fallback(Math.clamp(number, 0, 20));
            case "u" -> unicode(number);
            case "f" -> font(number);
            case "fcharset" -> declare(number);
            case "plain" -> charset(standard);
            default -> other(word);
        }
        starred = false;
    }

    private void other(String word) {
        if (starred || RtfWords.opensSilence(word)) {
            enter(Place.SILENT);
        } else {
            RtfWords.written(word).ifPresent(this::write);
        }
    }

    private void enter(Place place) {
        if (group.place() != Place.SILENT) {
            flush();
            group = group.in(place);
        }
    }

    private void font(int number) {
        if (group.place() == Place.FONTS) {
            group = group.font(number);
        } else {
            charset(fonts.getOrDefault(number, standard));
        }
    }

    private void declare(int charset) {
        if (group.place() == Place.FONTS && fonts.size() < MAX_DEPTH) {
            fonts.put(group.font(), Codepage.ofFont(charset, standard));
        }
    }

    private void charset(Charset charset) {
        flush();
        group = group.charset(charset);
    }

    private void unicode(int number) {
        write(String.valueOf((char) (number & 0xffff)));
        toSkip = group.fallback();
    }

    private void character(int value) {
        if (toSkip > 0) {
            toSkip--;
        } else if (group.isShown(html)) {
            if (!group.charset().equals(pendingCharset)) {
                flush();
                pendingCharset = group.charset();
            }
            pending.write(value);
        }
    }

    private void write(String characters) {
        if (group.isShown(html)) {
            flush();
            text.append(characters);
        }
    }

    /** Bytes become characters together: one character may be several of them. */
    private void flush() {
        if (pending.size() > 0) {
            text.append(pending.toString(pendingCharset));
            pending.reset();
        }
    }
}
