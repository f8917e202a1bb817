package io.switchboard.connector.email.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** What a shop's mailbox gets on a usual day: short texts, texts with HTML beside them, some with pictures, and newsletters. */
final class GeneratedMails {

    private static final List<String> WORDS = List.of(
            "order",
            "lamp",
            "invoice",
            "please",
            "the",
            "my",
            "we",
            "broken",
            "address",
            "parcel",
            "since",
            "Tuesday",
            "still",
            "waiting",
            "für",
            "größer",
            "retour",
            "où",
            "merci",
            "señor",
            "¿cuándo?",
            "refund",
            "thanks",
            "colour",
            "and",
            "not",
            "a",
            "received",
            "number",
            "48213");

    private final Random random = new Random(4);

    static List<byte[]> some() {
        var made = new GeneratedMails();
        var mails = new ArrayList<byte[]>();
        for (var i = 0; i < 10; i++) {
            mails.addAll(List.of(
                    made.text(),
                    made.text(),
                    made.reply(),
                    made.alternative(),
                    made.alternative(),
                    made.withPictures(),
                    made.newsletter()));
        }
        return mails;
    }

    private byte[] text() {
        return mail("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words(80));
    }

    private byte[] reply() {
        return mail("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words(60)
                + "\r\n\r\nOn Mon, 2 Mar 2026 at 09:12, Support <support@shop.example> wrote:\r\n> "
                + words(120).replace("\r\n", "\r\n> "));
    }

    private byte[] alternative() {
        return mail("Content-Type: multipart/alternative; boundary=\"=_alt\"\r\n\r\n" + bothTexts() + "--=_alt--\r\n");
    }

    private String bothTexts() {
        return "--=_alt\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + quoted(words(120))
                + "\r\n--=_alt\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + quoted("<html><body><div dir=\"ltr\"><p>" + words(120) + "</p></div></body></html>")
                + "\r\n";
    }

    /** 30 to 300 KB of files. */
    private byte[] withPictures() {
        var files = new StringBuilder();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var bytes = new byte[30_000 + random.nextInt(70_000)];
            random.nextBytes(bytes);
            files.append("--=_mix\r\nContent-Type: image/jpeg; name=\"IMG_")
                    .append(1000 + i)
                    .append(".jpg\"\r\nContent-Disposition: attachment; filename=\"IMG_")
                    .append(1000 + i)
                    .append(".jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(bytes))
                    .append("\r\n");
        }
        return mail("Content-Type: multipart/mixed; boundary=\"=_mix\"\r\n\r\n"
                + "--=_mix\r\nContent-Type: multipart/alternative; boundary=\"=_alt\"\r\n\r\n" + bothTexts()
                + "--=_alt--\r\n" + files + "--=_mix--\r\n");
    }

    /** Some 20 KB of tables and styles. */
    private byte[] newsletter() {
        var rows = new StringBuilder("<html><head><style>.a{color:#333;font:14px Arial}</style></head><body><table>");
        for (var i = 0; i < 40; i++) {
            rows.append("<tr><td class=\"a\" style=\"padding:8px 0;color:#333333;font-family:Arial,sans-serif\">"
                            + "<a href=\"https://news.example/c/")
                    .append(i)
                    .append("?utm_source=mail\"><img src=\"https://img.example/")
                    .append(i)
                    .append(".png\" width=\"120\" height=\"80\" alt=\"\"></a><span style=\"font-size:14px\">")
                    .append(words(25))
                    .append("</span></td></tr>\r\n");
        }
        return mail("List-Unsubscribe: <https://news.example/u>\r\nContent-Type: text/html; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                + quoted(rows + "</table><img src=\"https://t.example/o.gif\" width=1 height=1></body></html>"));
    }

    private byte[] mail(String rest) {
        var id = Long.toHexString(random.nextLong());
        var head = "Return-Path: <jana@mailhost.example>\r\n"
                + "Received: from mail.mailhost.example (mail.mailhost.example [192.0.2.7])\r\n"
                + "\tby mx.shop.example with ESMTPS id " + id + "\r\n"
                + "\tfor <support@shop.example>; Mon, 2 Mar 2026 10:00:00 +0100\r\n"
                + "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mailhost.example; s=a;\r\n"
                + "\th=from:to:subject:date; bh=" + id.repeat(3) + "; b=" + id.repeat(15) + "\r\n"
                + "From: =?utf-8?Q?Jana_M=C3=BCller?= <jana@mailhost.example>\r\n"
                + "To: Support <support@shop.example>\r\n"
                + "Subject: =?utf-8?B?" + Base64.getEncoder().encodeToString(bytes("Frage zu " + words(4))) + "?=\r\n"
                + "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <" + id + "@mailhost.example>\r\n"
                + "In-Reply-To: <" + id + ".1@shop.example>\r\nReferences: <" + id + ".0@shop.example> <" + id
                + ".1@shop.example>\r\nMIME-Version: 1.0\r\n";
        return bytes(head + rest);
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (var i = 1; i <= count; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(i == count ? "" : i % 12 == 0 ? "\r\n" : " ");
        }
        return words.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder();
        var column = 0;
        for (var one : bytes(text)) {
            if (one == '\n' || one == '\r') {
                quoted.append((char) one);
                column = 0;
                continue;
            }
            var shown = one < 0 || one == '=' ? "=%02X".formatted(one & 0xff) : Character.toString(one);
            if (column + shown.length() > 75) {
                quoted.append("=\r\n");
                column = 0;
            }
            quoted.append(shown);
            column += shown.length();
        }
        return quoted.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
