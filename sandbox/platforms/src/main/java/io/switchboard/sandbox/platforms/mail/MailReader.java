package io.switchboard.sandbox.platforms.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a stored message as a mail program shows it. */
final class MailReader {

    private MailReader() {}

    static ReceivedMail read(MimeMessage message) {
        try {
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            return new ReceivedMail(
                    header(message, "Message-ID").orElse(""),
                    address(message.getFrom()),
                    address(message.getRecipients(Message.RecipientType.TO)),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    text(message).orElse(""),
                    header(message, "In-Reply-To"),
                    header(message, "References").map(MailReader::messageIds).orElse(List.of()),
                    raw.toString(StandardCharsets.ISO_8859_1));
        } catch (MessagingException e) {
            throw new IllegalStateException("a stored mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored mail cannot be read", e);
        }
    }

    private static Optional<String> header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, " ")).map(String::strip);
    }

    private static List<String> messageIds(String header) {
        return Arrays.stream(header.split("\\s+", -1))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static String address(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress first
                ? first.getAddress()
                : "";
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                var inside = text(multipart.getBodyPart(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }
}
