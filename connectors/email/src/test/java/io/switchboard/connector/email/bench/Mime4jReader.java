package io.switchboard.connector.email.bench;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Apache James Mime4j with its document model, without limits and as lenient as it can be told to be. */
final class Mime4jReader implements MailReader {

    @Override
    public Map<Fact, Callable<String>> open(byte[] mail) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        var message = builder.parseMessage(new ByteArrayInputStream(mail));
        return Map.of(
                Fact.SUBJECT, () -> message.getSubject() == null ? "" : message.getSubject(),
                Fact.FROM, () -> from(message).map(Mailbox::getAddress).orElse(""),
                Fact.NAME, () -> from(message).map(Mailbox::getName).orElse(""),
                Fact.FILES, () -> Integer.toString(files(message)),
                Fact.CONTENT, () -> read(message));
    }

    private static Optional<Mailbox> from(Message message) {
        var from = message.getFrom();
        return from == null ? Optional.empty() : from.stream().findFirst();
    }

    private static int files(Entity entity) {
        if (entity.getBody() instanceof Multipart parts) {
            return parts.getBodyParts().stream().mapToInt(Mime4jReader::files).sum();
        }
        var isText = Fact.TEXTS.contains(entity.getMimeType());
        var attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        return isText && !attached ? 0 : 1;
    }

    private static String read(Entity entity) throws Exception {
        switch (entity.getBody()) {
            case Multipart parts -> {
                for (var part : parts.getBodyParts()) {
                    read(part);
                }
            }
            case Message attached -> read(attached);
            case TextBody text -> text.getReader().transferTo(Writer.nullWriter());
            case SingleBody bytes -> bytes.writeTo(OutputStream.nullOutputStream());
            case null, default -> {}
        }
        return "";
    }
}
