package io.switchboard.connector.email.bench;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Apache James Mime4j with its document model, without limits and as lenient as it is by default. */
final class Mime4jParser implements MailParser {

    @Override
    public String name() {
        return "Mime4j";
    }

    @Override
    public Facts read(byte[] mail) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        var message = builder.parseMessage(new ByteArrayInputStream(mail));
        try {
            var from = message.getFrom() == null || message.getFrom().isEmpty()
                    ? null
                    : message.getFrom().get(0);
            var subject = message.getSubject();
            return new Facts(
                    subject == null ? "" : subject,
                    from == null ? "" : from.getAddress(),
                    from == null || from.getName() == null ? "" : from.getName(),
                    files(message));
        } finally {
            message.dispose();
        }
    }

    private static int files(Entity entity) throws Exception {
        if (entity.getBody() instanceof Multipart parts) {
            var files = 0;
            for (var part : parts.getBodyParts()) {
                files += files(part);
            }
            return files;
        }
        if (entity.getBody() instanceof Message) {
            return 1;
        }
        if (entity.getBody() instanceof SingleBody body) {
            body.writeTo(OutputStream.nullOutputStream());
        }
        var isText = entity.getBody() instanceof TextBody
                && (entity.getMimeType().equals("text/plain")
                        || entity.getMimeType().equals("text/html"));
        var attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        return isText && !attached ? 0 : 1;
    }
}
