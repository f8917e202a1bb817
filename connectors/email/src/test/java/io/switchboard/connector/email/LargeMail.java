package io.switchboard.connector.email;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Translates one mail of 50 MB in a process of its own and prints what the heap needed beside it, in MB. Run it by hand with
 * {@code -Xmx} and the name of a shape as proof of a bound.
 */
final class LargeMail {
    static final int SIZE = 50 * 1024 * 1024;
    private static final String HEAD =
            "From: Ann <ann@b.example>\r\nTo: support@nordlicht.example\r\nSubject: large\r\n"
                    + "Message-ID: <large@b.example>\r\n";
    private static final String BASE64_LINE =
            "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\r\n";
    private static final String PDF =
            "--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    private static final String MIXED = HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n";
    private static final String LINE = "Dear shop, my lamp does not shine any more, what shall I do now?\r\n";

    private LargeMail() {}

    static byte[] of(String shape) {
        return switch (shape) {
            case "attachment" -> filled(MIXED + PDF, BASE64_LINE);
            case "attachments" -> filled(MIXED, PDF + BASE64_LINE.repeat(27_000));
            case "text" -> filled(HEAD + "\r\n", LINE);
            case "html" ->
                filled(HEAD + "Content-Type: text/html\r\n\r\n", "<p>Dear <b>shop</b>, my lamp is dark</p>\r\n");
            case "tags" -> filled(HEAD + "Content-Type: text/html\r\n\r\n", "<b>");
            case "fields" -> filled(HEAD, "X-Trace: by mx.example with ESMTP id 12345678 for you\r\n");
            case "field" -> filled(HEAD + "X-Words: ", "some words and more ");
            case "line" -> filled(HEAD + "\r\n", "abcdefghij ");
            case "nested" -> filled(HEAD + "Content-Type: message/rfc822\r\n\r\n" + HEAD + "\r\n", LINE);
            case "uuencoded" -> filled(HEAD + "\r\nhello\r\nbegin 644 a.bin\r\n", "M" + "86)C".repeat(15) + "\r\n");
            default -> throw new IllegalArgumentException("unknown shape " + shape);
        };
    }

    private static byte[] filled(String head, String unit) {
        var mail = new byte[SIZE];
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, mail, 0, bytes.length);
        var filling = unit.getBytes(StandardCharsets.US_ASCII);
        for (var at = bytes.length; at < SIZE; at += filling.length) {
            System.arraycopy(filling, 0, mail, at, Math.min(filling.length, SIZE - at));
        }
        return mail;
    }

    public static void main(String[] shapes) {
        var receiver = new EmailMailbox();
        var connection = Fixture.connection();
        receiver.translate(Fixture.delivery(Arrays.copyOf(of(shapes[0]), 10_000)), connection);
        var mail = Fixture.delivery(of(shapes[0]));
        System.gc();
        var idle = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(pool -> pool.resetPeakUsage());

        var translation = receiver.translate(mail, connection);

        var peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println(
                translation.events().size() + " event, " + (peak - idle) / (1024 * 1024) + " MB beside the mail");
    }
}
