package io.switchboard.connector.email.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** One to six changes of the kinds that break mail readers. The same seed makes the same mutants. */
public record Mutation(List<byte[]> mails, Random random) {

    private static final int DEEPEST = 300;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?[\\w-]+|=\\?[\\w-]+\\?");
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^--[^\\r\\n]{1,70}|(?i)boundary=[^\\r\\n;]+");
    private static final List<String> CHARSETS = List.of(
            "utf-8",
            "utf-7",
            "utf-16",
            "utf-32le",
            "us-ascii",
            "iso-2022-jp",
            "iso-2022-kr",
            "hz-gb-2312",
            "gb18030",
            "big5",
            "shift_jis",
            "euc-kr",
            "koi8-r",
            "windows-1256",
            "ibm037",
            "x-unknown",
            "unknown-8bit",
            "");

    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            ":",
            ";",
            "\"",
            "\\",
            "<",
            ">",
            "(",
            ")",
            ",",
            "@",
            "=",
            "=?",
            "?=",
            "=?utf-8?Q?",
            "=?x?B?=",
            "--",
            "--=-alt-41",
            "--outer--",
            "boundary=",
            "Content-Type: multipart/mixed; boundary=\"\"\r\n",
            "Content-Type: text/html; charset=utf-16\r\n",
            "Content-Type: text/plain; charset=x-JISAutoDetect\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "Content-Transfer-Encoding: x-uuencode\r\n",
            "Content-Type: text/plain; format=flowed; delsp=yes\r\n",
            "filename*0*=utf-8''%",
            "begin 644 x\r\n",
            "Content-Type: application/ms-tnef\r\n",
            "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n",
            "Content-Type: text/rtf\r\n",
            "Content-Type: text/enriched\r\n",
            "Content-Type: text/calendar\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Type: message/delivery-status\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n",
            "Content-Type: text/vcard\r\n",
            "{\\rtf1\\fromhtml1{\\*\\htmltag",
            "-----BEGIN PGP SIGNED MESSAGE-----\r\n",
            "-----BEGIN PGP SIGNATURE-----\r\n",
            "-----Original Message-----\r\n",
            "On Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:\r\n> ",
            "Date: Mon, 99 Foo 99999999999 99:99:99 +9999\r\n",
            "\u0000",
            "\u00ff",
            "<![CDATA[",
            "<table><form><svg>",
            "&#x110000;",
            "BEGIN:VCALENDAR\r\nSUMMARY:\\",
            "Status: 5",
            "Message-ID: <>\r\n",
            "From: :;\r\n",
            "From: undisclosed:;, \"a\\\" <@x,@y:a@b>\r\n");

    /** A changed copy of one of the mails, or of another. */
    public byte[] of(byte[] mail) {
        var mutant = mail;
        for (var i = random.nextInt(6); i >= 0; i--) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private byte[] once(byte[] mail) {
        var at = random.nextBoolean()
                ? random.nextInt(mail.length + 1)
                : random.nextInt(Math.min(mail.length, 2_000) + 1);
        var to = Math.min(mail.length, at + random.nextInt(80));
        return switch (random.nextInt(14)) {
            case 0 -> joined(mail, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, mail.length));
            case 1 -> joined(mail, at, new byte[0], to);
            case 2 -> joined(mail, at, word(), at);
            case 3 -> joined(mail, to, Arrays.copyOfRange(mail, at, to), to);
            case 4 -> Arrays.copyOf(mail, at);
            case 5 -> spliced(mail, at);
            case 6 -> bitFlipped(mail, at);
            case 7 -> shuffled(mail, at);
            case 8 -> edited(mail, BOUNDARY);
            case 9 -> edited(mail, CHARSET);
            case 10 -> withHeaderOfAnother(mail);
            case 11 -> otherLineEnds(mail);
            case 12 -> nested(mail);
            default -> joined(mail, at, noise(), to);
        };
    }

    private byte[] word() {
        return bytes(WORDS.get(random.nextInt(WORDS.size())));
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] another() {
        return mails.get(random.nextInt(mails.size()));
    }

    private byte[] spliced(byte[] mail, int at) {
        var other = another();
        var from = random.nextInt(other.length);
        return joined(mail, at, Arrays.copyOfRange(other, from, other.length), mail.length);
    }

    private byte[] bitFlipped(byte[] mail, int at) {
        var flipped = mail.clone();
        for (var i = at; i < Math.min(mail.length, at + 200); i += 1 + random.nextInt(60)) {
            flipped[i] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Some ten lines in another order. */
    private byte[] shuffled(byte[] mail, int at) {
        var to = Math.min(mail.length, at + 800);
        var lines = new ArrayList<>(List.of(text(mail, at, to).split("(?<=\n)", 0)));
        Collections.shuffle(lines, random);
        return joined(mail, at, bytes(String.join("", lines)), to);
    }

    /** One of the places that the pattern finds near a random one: another charset's name, or half of what stood there. */
    private byte[] edited(byte[] mail, Pattern pattern) {
        var from = random.nextInt(Math.max(1, mail.length - 4_000));
        var found = pattern.matcher(text(mail, from, Math.min(mail.length, from + 8_000)));
        if (!found.find()) {
            return mail;
        }
        var charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        var half = found.group().substring(0, found.group().length() / 2);
        var replacement = switch (random.nextInt(4)) {
            case 0 -> half;
            case 1 -> found.group() + "--";
            case 2 -> found.group().startsWith("=?") ? "=?" + charset + "?" : "charset=" + charset;
            default -> half + charset + found.group().substring(half.length());
        };
        return joined(mail, from + found.start(), bytes(replacement), from + found.end());
    }

    private byte[] withHeaderOfAnother(byte[] mail) {
        var other = another();
        var head = text(other, 0, Math.min(other.length, 3_000))
                .split("\r?\n\r?\n", 2)[0]
                .split("\r?\n(?![ \t])", 0);
        var fields = new StringBuilder();
        for (var i = random.nextInt(4); i >= 0; i--) {
            fields.append(head[random.nextInt(head.length)]).append("\r\n");
        }
        return joined(mail, 0, bytes(fields.toString()), 0);
    }

    private byte[] otherLineEnds(byte[] mail) {
        var ends = List.of("\n", "\r", "\r\r\n", "\n\r", "\r\n");
        var unix = text(mail, 0, mail.length).replace("\r\n", "\n");
        return bytes(unix.replace("\n", ends.get(random.nextInt(ends.size()))));
    }

    /** The mail as the innermost of many parts, or of mails attached to mails. */
    private byte[] nested(byte[] mail) {
        var depth = 1 + random.nextInt(random.nextInt(10) == 0 ? DEEPEST : 30);
        var attached = random.nextBoolean();
        var around = new StringBuilder();
        for (var i = 0; i < depth; i++) {
            around.append(
                    attached
                            ? "Content-Type: message/rfc822\r\n\r\n"
                            : "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
        }
        return joined(mail, 0, bytes(around.toString()), 0);
    }

    private static String text(byte[] mail, int from, int to) {
        return new String(mail, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] mail, int to, byte[] between, int rest) {
        var joined = new ByteArrayOutputStream();
        joined.write(mail, 0, to);
        joined.writeBytes(between);
        joined.write(mail, rest, mail.length - rest);
        return joined.toByteArray();
    }
}
