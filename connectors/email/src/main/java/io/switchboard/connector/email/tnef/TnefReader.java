package io.switchboard.connector.email.tnef;

import io.switchboard.connector.email.text.Codepage;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the attributes of a message (MS-OXTNEF §2.1.3). */
final class TnefReader {
    static final int MAX_DEPTH = 5;
    private static final int MAX_FILES = 500;
    private static final int MAX_TEXTS = 20;
    private static final int SIGNATURE = 0x223E9F78;
    private static final int HEADER = 6;
    private static final int CODEPAGE = 0x9007;
    private static final int SUBJECT = 0x8004;
    private static final int BODY = 0x800C;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int NEW_FILE = 0x9002;
    private static final int FILE_TITLE = 0x8010;
    private static final int FILE_CONTENT = 0x800F;
    private static final int FILE_PROPERTIES = 0x9005;

    private final TnefBytes bytes;
    private final int to;
    private final int depth;
    private final List<TnefText> texts = new ArrayList<>();
    private final List<TnefFileDraft> files = new ArrayList<>();
    private Charset charset = Codepage.charset(1252);
    private Optional<String> subject = Optional.empty();
    private boolean whole = true;

    TnefReader(TnefSource source, int from, int to, int depth) {
        this.bytes = new TnefBytes(source, from + HEADER, to);
        this.to = to;
        this.depth = depth;
    }

    static boolean isTnef(TnefSource source, int from, int to) {
        return to - from >= HEADER && new TnefBytes(source, from, to).int32() == SIGNATURE;
    }

    TnefMessage read() {
        while (bytes.remaining() > 0) {
            if (bytes.remaining() < 9) {
                whole = false;
                break;
            }
            bytes.skip(1);
            var id = bytes.int32() & 0xffff;
            var length = bytes.int32();
            var value = bytes.range(length);
            if (value.length() != length) {
                whole = false;
            }
            attribute(id, value);
            bytes.skip(2);
        }
        return new TnefMessage(
                subject, texts, files.stream().map(TnefFileDraft::file).toList(), whole);
    }

    private void attribute(int id, TnefRange value) {
        var inside = bytes.within(value);
        switch (id) {
            case CODEPAGE -> charset = Codepage.charset(inside.int32());
            case SUBJECT -> subject = Optional.of(inside.text(value, charset)).filter(text -> !text.isBlank());
            case BODY -> text(new TnefText(TnefText.Form.PLAIN, value, charset));
            case MESSAGE_PROPERTIES -> messageProperties(inside);
            case NEW_FILE -> newFile();
            case FILE_TITLE -> file().name(inside.text(value, charset));
            case FILE_CONTENT -> file().content(value);
            case FILE_PROPERTIES -> fileProperties(inside);
            default -> {}
        }
    }

    private void text(TnefText text) {
        if (texts.size() < MAX_TEXTS && text.content().length() > 0) {
            texts.add(text);
        }
    }

    private void newFile() {
        if (files.size() < MAX_FILES) {
            files.add(new TnefFileDraft());
        } else {
            whole = false;
        }
    }

    private TnefFileDraft file() {
        if (files.isEmpty()) {
            newFile();
        }
        return files.getLast();
    }

    private void messageProperties(TnefBytes inside) {
        var properties = new MapiProperties(inside);
        var internet = Codepage.charset(0);
        while (properties.advance()) {
            var value = properties.value();
            switch (properties.id()) {
                case MapiProperties.INTERNET_CODEPAGE -> internet = Codepage.charset(properties.number());
                case MapiProperties.BODY -> text(new TnefText(TnefText.Form.PLAIN, value, properties.charset(charset)));
                case MapiProperties.COMPRESSED_RTF -> text(new TnefText(TnefText.Form.COMPRESSED_RTF, value, charset));
                case MapiProperties.HTML -> text(new TnefText(TnefText.Form.HTML, value, internet));
                case MapiProperties.SUBJECT ->
                    subject = subject.or(() -> Optional.of(inside.text(value, properties.charset(charset)))
                            .filter(text -> !text.isBlank()));
                default -> {}
            }
        }
        whole &= properties.whole();
        declareHtml(internet);
    }

    /** The codepage may stand behind the text it is about. */
    private void declareHtml(Charset internet) {
        texts.replaceAll(text ->
                text.form() == TnefText.Form.HTML ? new TnefText(TnefText.Form.HTML, text.content(), internet) : text);
    }

    private void fileProperties(TnefBytes inside) {
        var properties = new MapiProperties(inside);
        while (properties.advance()) {
            var value = properties.value();
            switch (properties.id()) {
                case MapiProperties.LONG_NAME -> file().longName(inside.text(value, properties.charset(charset)));
                case MapiProperties.SHORT_NAME, MapiProperties.DISPLAY_NAME ->
                    file().name(inside.text(value, properties.charset(charset)));
                case MapiProperties.MEDIA_TYPE -> file().mediaType(inside.text(value, properties.charset(charset)));
                case MapiProperties.CONTENT_ID -> file().contentId(inside.text(value, properties.charset(charset)));
                case MapiProperties.FILE_CONTENT -> content(value, properties.isObject());
                default -> {}
            }
        }
        whole &= properties.whole();
    }

    /** An object begins with the id of its interface; what follows may be a message. */
    private void content(TnefRange value, boolean isObject) {
        var from = value.from() + MapiProperties.INTERFACE_ID;
        if (isObject && from < value.to() && isTnef(bytes.source(), from, value.to())) {
            if (depth < MAX_DEPTH) {
                var message = new TnefReader(bytes.source(), from, value.to(), depth + 1).read();
                whole &= message.whole();
                file().message(message);
            } else {
                whole = false;
            }
        } else if (isObject) {
            file().content(new TnefRange(Math.min(from, value.to()), value.to()));
        } else {
            file().content(value);
        }
    }

    @Override
    public String toString() {
        return "TnefReader[to " + to + "]";
    }
}
