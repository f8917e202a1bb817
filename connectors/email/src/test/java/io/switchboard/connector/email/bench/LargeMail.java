package io.switchboard.connector.email.bench;

import java.nio.charset.StandardCharsets;

/** Mails of any size, written where they stand: no second copy. */
enum LargeMail {
    ONE_FILE(
            "one base64 file",
            "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\r\n"),

    TEXT("text", "Content-Type: text/plain; charset=utf-8\r\n\r\n", "Where is my order? I have waited for weeks.\r\n"),

    HTML(
            "HTML",
            "Content-Type: text/html; charset=utf-8\r\n\r\n",
            "<p>Where is my <b>order</b>? <a href=\"https://x.example\">Here</a></p>\r\n"),

    QUOTED_PRINTABLE(
            "quoted-printable text",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            "Gr=C3=BC=C3=9Fe aus K=C3=B6ln, wo meine Lampe noch immer nicht angekommen i=\r\nst.\r\n"),

    ONE_LINE("text in one line", "\r\n", "word "),

    HEADER("header fields", "", "X-Trace: some value that a gateway left behind on its way\r\n"),

    NESTED(
            "an attached mail",
            "Content-Type: message/rfc822\r\n\r\nFrom: e@f.example\r\nSubject: inner\r\n\r\n",
            "Where is my order? I have waited.\r\n");

    private static final String HEAD =
            "From: a@b.example\r\nTo: c@d.example\r\nSubject: large\r\nMessage-ID: <1@b.example>\r\n";

    private final String words;
    private final String start;
    private final String repeated;

    LargeMail(String words, String start, String repeated) {
        this.words = words;
        this.start = start;
        this.repeated = repeated;
    }

    String words() {
        return words;
    }

    byte[] of(int size) {
        var mail = new byte[size];
        var head = (HEAD + start).getBytes(StandardCharsets.US_ASCII);
        var pattern = repeated.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, mail, 0, head.length);
        for (var at = head.length; at < size; at += pattern.length) {
            System.arraycopy(pattern, 0, mail, at, Math.min(pattern.length, size - at));
        }
        return mail;
    }
}
