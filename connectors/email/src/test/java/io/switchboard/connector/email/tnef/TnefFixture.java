package io.switchboard.connector.email.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Packs messages as Outlook does (MS-OXTNEF). */
public final class TnefFixture {
    static final int STRING8 = 0x1E;
    static final int UNICODE = 0x1F;
    static final int BINARY = 0x102;
    static final int OBJECT = 0x0D;
    static final int INTEGER = 0x03;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public TnefFixture() {
        int32(bytes, 0x223E9F78);
        int16(bytes, 1);
    }

    TnefFixture codepage(int codepage) {
        var value = new ByteArrayOutputStream();
        int32(value, codepage);
        int32(value, 0);
        return attribute(1, 0x00069007, value.toByteArray());
    }

    public TnefFixture plain(String text, Charset charset) {
        return attribute(1, 0x0002800C, (text + "\0").getBytes(charset));
    }

    TnefFixture message(Properties properties) {
        return attribute(1, 0x00069003, properties.bytes());
    }

    public TnefFixture file(String title, Charset charset, byte[] content, Properties properties) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (title + "\0").getBytes(charset));
        if (content.length > 0) {
            attribute(2, 0x0006800F, content);
        }
        return attribute(2, 0x00069005, properties.bytes());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** As the only part of a mail. */
    public String mail(String type) {
        return part("From: ann@b.example\nSubject: packed\nContent-Type: " + type);
    }

    String part(String header) {
        return header + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(bytes()) + "\n";
    }

    private TnefFixture attribute(int level, int id, byte[] value) {
        bytes.write(level);
        int32(bytes, id);
        int32(bytes, value.length);
        bytes.writeBytes(value);
        var sum = 0;
        for (var octet : value) {
            sum += octet & 0xff;
        }
        int16(bytes, sum);
        return this;
    }

    public static final class Properties {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int count;

        Properties unicode(int id, String text) {
            return value(UNICODE, id, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        }

        Properties string8(int id, byte[] text) {
            return value(STRING8, id, text);
        }

        Properties binary(int id, byte[] value) {
            return value(BINARY, id, value);
        }

        Properties embedded(TnefFixture message) {
            var value = new ByteArrayOutputStream();
            value.writeBytes(new byte[16]);
            value.writeBytes(message.bytes());
            return value(OBJECT, 0x3701, value.toByteArray());
        }

        Properties number(int id, int number) {
            count++;
            int32(content, id << 16 | INTEGER);
            int32(content, number);
            return this;
        }

        /** A property that has a name instead of a number. */
        Properties named(String name, String text) {
            count++;
            int32(content, 0x8001 << 16 | UNICODE);
            content.writeBytes(new byte[16]);
            int32(content, 1);
            variable((name + "\0").getBytes(StandardCharsets.UTF_16LE));
            int32(content, 1);
            variable((text + "\0").getBytes(StandardCharsets.UTF_16LE));
            return this;
        }

        private Properties value(int type, int id, byte[] value) {
            count++;
            int32(content, id << 16 | type);
            int32(content, 1);
            variable(value);
            return this;
        }

        private void variable(byte[] value) {
            int32(content, value.length);
            content.writeBytes(value);
            content.writeBytes(new byte[-value.length & 3]);
        }

        byte[] bytes() {
            var all = new ByteArrayOutputStream();
            int32(all, count);
            all.writeBytes(content.toByteArray());
            return all.toByteArray();
        }
    }

    /** Compressed RTF (MS-OXRTFCP) in which everything is a literal. */
    static byte[] rtf(String rtf) {
        var text = rtf.getBytes(StandardCharsets.US_ASCII);
        var compressed = new ByteArrayOutputStream();
        int32(compressed, 0);
        int32(compressed, text.length);
        int32(compressed, 0x75465A4C);
        int32(compressed, 0);
        for (var i = 0; i < text.length; i++) {
            if (i % 8 == 0) {
                compressed.write(0);
            }
            compressed.write(text[i]);
        }
        return compressed.toByteArray();
    }

    private static void int16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        int16(out, value);
        int16(out, value >> 16);
    }
}
