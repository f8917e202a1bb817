package io.switchboard.connector.email.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The smallest heap in which a mail of 50 MB is read, the mail's own bytes included, less the smallest in which one of a few bytes is: in
 * JVMs of their own, by halving, to 2 MB. What a JVM can do with a heap is no estimate.
 */
public final class HeapProbe {

    private static final int SIZE = 50 * 1024 * 1024;
    private static final List<String> KINDS =
            List.of("one-file", "many-files", "text", "html", "header", "one-line", "nested");

    private HeapProbe() {}

    /** In the child: reads one such mail and ends with 0. */
    public static void main(String[] arguments) {
        var parser = new OurParser();
        parser.read(mail(arguments[0], Integer.parseInt(arguments[1])));
    }

    static void print() throws IOException, InterruptedException {
        System.out.println();
        System.out.println("| mail of 50 MB | peak heap above idle, MB |");
        System.out.println("|---|---|");
        for (var kind : KINDS) {
            var idle = smallest(kind, 1_000);
            System.out.printf(Locale.ROOT, "| %s | %d |%n", kind, smallest(kind, SIZE) - idle);
        }
    }

    private static int smallest(String kind, int size) throws IOException, InterruptedException {
        var low = 2;
        var high = 256;
        while (high - low > 2) {
            var middle = (low + high) / 2;
            if (works(kind, size, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean works(String kind, int size, int megabytes) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmn2m",
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        kind,
                        Integer.toString(size))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!child.waitFor(2, TimeUnit.MINUTES)) {
            child.destroyForcibly();
            return false;
        }
        return child.exitValue() == 0;
    }

    /** Filled without a second copy: what is measured is the reader. */
    private static byte[] mail(String kind, int size) {
        var head = "From: a@b.example\r\nTo: c@d.example\r\nSubject: large\r\nMessage-ID: <1@b.example>\r\n";
        return switch (kind) {
            case "one-file" ->
                filled(
                        size,
                        head + "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                        base64Line(),
                        "");
            case "many-files" -> manyFiles(size, head);
            case "text" ->
                filled(
                        size,
                        head + "Content-Type: text/plain\r\n\r\n",
                        "Where is my order? I have waited for weeks.\r\n",
                        "");
            case "html" ->
                filled(
                        size,
                        head + "Content-Type: text/html\r\n\r\n",
                        "<p>Where is my <b>order</b>? <a href=\"https://x.example\">Here</a></p>\r\n",
                        "");
            case "header" ->
                filled(size, head, "X-Trace: some value that a gateway left behind on its way\r\n", "\r\n\r\nHello");
            case "one-line" -> filled(size, head + "\r\n", "word ", "");
            case "nested" ->
                filled(
                        size,
                        head + "Content-Type: message/rfc822\r\n\r\n" + head + "\r\n",
                        "Where is my order? I have waited.\r\n",
                        "");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String base64Line() {
        return "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx".repeat(1) + "\r\n";
    }

    private static byte[] manyFiles(int size, String head) {
        var part = "--x\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        while (lines.size() < Math.min(size, 2 * 1024 * 1024)) {
            lines.writeBytes(base64Line().getBytes(StandardCharsets.US_ASCII));
        }
        return filled(
                size,
                head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n",
                lines.toString(StandardCharsets.US_ASCII),
                "--x--\r\n");
    }

    private static byte[] filled(int size, String head, String repeated, String tail) {
        var mail = new byte[Math.max(size, head.length() + tail.length())];
        var pattern = repeated.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, mail, 0, head.length());
        for (var i = head.length(); i < mail.length - tail.length(); i++) {
            mail[i] = pattern[(i - head.length()) % pattern.length];
        }
        System.arraycopy(tail.getBytes(StandardCharsets.US_ASCII), 0, mail, mail.length - tail.length(), tail.length());
        return mail;
    }
}
