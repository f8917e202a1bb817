package io.switchboard.connector.email.tnef;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Walks a list of properties (MS-OXTNEF §2.1.3.4); of several values of one property the first counts. */
final class MapiProperties {
    static final int SUBJECT = 0x0037;
    static final int BODY = 0x1000;
    static final int COMPRESSED_RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int INTERNET_CODEPAGE = 0x3FDE;
    static final int FILE_CONTENT = 0x3701;
    static final int SHORT_NAME = 0x3704;
    static final int LONG_NAME = 0x3707;
    static final int MEDIA_TYPE = 0x370E;
    static final int CONTENT_ID = 0x3712;
    static final int INTERFACE_ID = 16;

    private static final int MANY_VALUES = 0x1000;
    private static final int NAMED = 0x8000;
    private static final int UNICODE = 0x1F;
    private static final int OBJECT = 0x0D;

    private final TnefBytes bytes;
    private int remaining;
    private int type;
    private int id;
    private TnefRange value = new TnefRange(0, 0);
    private boolean whole = true;

    MapiProperties(TnefBytes bytes) {
        this.bytes = bytes;
        this.remaining = bytes.int32();
    }

    /** Moves to the next property; false when there is none, or when what follows cannot be understood. */
    boolean advance() {
        if (remaining <= 0 || bytes.remaining() < 4) {
            whole &= remaining <= 0;
            return false;
        }
        remaining--;
        var tag = bytes.int32();
        type = tag & 0xffff;
        id = tag >>> 16;
        if (id >= NAMED) {
            skipName();
        }
        var understood = readValues();
        whole &= understood;
        return understood;
    }

    int id() {
        return id;
    }

    TnefRange value() {
        return value;
    }

    int number() {
        return bytes.within(value).int32();
    }

    boolean isObject() {
        return type == OBJECT;
    }

    boolean whole() {
        return whole;
    }

    /** @param otherwise of text that is not said to be Unicode */
    Charset charset(Charset otherwise) {
        return (type & ~MANY_VALUES) == UNICODE ? StandardCharsets.UTF_16LE : otherwise;
    }

    private void skipName() {
        bytes.skip(16);
        if (bytes.int32() == 0) {
            bytes.skip(4);
        } else {
            var length = bytes.int32();
            bytes.range(length);
            bytes.skip(padding(length));
        }
        id = NAMED;
    }

    private boolean readValues() {
        var single = type & ~MANY_VALUES;
        var fixed = fixedLength(single);
        var values = fixed < 0 || single != type ? bytes.int32() : 1;
        value = bytes.range(0);
        if (fixed == 0) {
            return true;
        }
        for (var i = 0; i < values; i++) {
            if (bytes.remaining() == 0) {
                return false;
            }
            var length = fixed < 0 ? bytes.int32() : fixed;
            if (length < 0) {
                return false;
            }
            var read = bytes.range(length);
            bytes.skip(padding(length));
            value = i == 0 ? read : value;
        }
        return true;
    }

    /** -1 when the value says its own length; unknown types are taken for numbers. */
    private static int fixedLength(int type) {
        return switch (type) {
            case 0x0D, 0x1E, UNICODE, 0x102 -> -1;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            case 0x01 -> 0;
            default -> 4;
        };
    }

    private static int padding(int length) {
        return -length & 3;
    }
}
