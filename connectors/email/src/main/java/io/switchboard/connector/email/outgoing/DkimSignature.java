package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.Body;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.text.Repairs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Signs a mail (RFC 6376; RSA by RFC 8301, Ed25519 by RFC 8463), relaxed both ways. From is named once more than it occurs, so that
 * nobody can add a second one under our signature.
 */
final class DkimSignature {

    private static final List<String> SIGNED = List.of(
            "From",
            "Reply-To",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    private static final int LINE = 72;

    private final DkimKey.Usable key;
    private final Clock clock;

    DkimSignature(DkimKey.Usable key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The mail with its signature on top. */
    Body sign(Body mail) {
        var bytes = mail.bytes();
        var head = new HeaderReader(new Repairs()).ofMail(Slice.of(bytes));
        var names = SIGNED.stream().filter(head.header()::has).toList();
        var named = new ArrayList<>(names);
        named.addFirst("From");
        var unsigned = "v=1; a=" + (key.isRsa() ? "rsa-sha256" : "ed25519-sha256") + "; c=relaxed/relaxed; d="
                + key.domain() + ";\r\n s=" + key.selector() + "; t="
                + clock.instant().getEpochSecond() + ";\r\n h=" + String.join(":\r\n  ", named) + ";\r\n bh="
                + base64(sha256(RelaxedForm.body(head.body()))) + ";\r\n b=";
        var signature = signature(signedHeader(head.header(), names, unsigned));
        var field = "DKIM-Signature: " + unsigned + folded(base64(signature)) + "\r\n";
        var signed = new ByteArrayOutputStream(bytes.length + field.length());
        signed.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(bytes);
        return Body.of(signed.toByteArray());
    }

    private static byte[] signedHeader(HeaderBlock header, List<String> names, String unsigned) {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(RelaxedForm.header(name, header.raw(name).orElseThrow()))
                    .append("\r\n");
        }
        text.append(RelaxedForm.header("DKIM-Signature", unsigned));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] signature(byte[] signedHeader) {
        try {
            var signature = Signature.getInstance(key.isRsa() ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key.key());
            signature.update(key.isRsa() ? signedHeader : sha256(signedHeader));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that was read can sign", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String folded(String long64) {
        return long64.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n  ");
    }
}
