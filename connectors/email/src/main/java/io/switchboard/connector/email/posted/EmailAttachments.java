package io.switchboard.connector.email.posted;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.MediaFetcher;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.bytes.Measure;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.MediaType;
import io.switchboard.connector.email.mime.MimeReader;
import io.switchboard.connector.email.text.Repairs;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Attachments need no call: their bytes are in the mail, under the path that the translation announced. */
public final class EmailAttachments implements MediaFetcher {

    private final InboundHooks hooks = new InboundHooks();

    @Override
    public FetchOutcome fetch(
            String providerMediaId, Delivery origin, long limit, ConnectionRef connection, Secrets secrets) {
        return mail(origin, connection)
                .flatMap(mail -> mail.all()
                        .filter(part -> !part.isMultipart() && part.path().equals(providerMediaId))
                        .findFirst())
                .map(part -> fetched(part, limit))
                .orElseGet(() -> new FetchOutcome.Gone("the mail has no such part"));
    }

    private Optional<Entity> mail(Delivery origin, ConnectionRef connection) {
        try {
            var mail = hooks.unwrap(origin, connection).mail();
            return Optional.of(
                    new MimeReader(new Repairs()).read(Slice.of(mail.body().bytes())));
        } catch (MalformedDeliveryException noMail) {
            return Optional.empty();
        }
    }

    private static FetchOutcome fetched(Entity part, long limit) {
        var measure = new Measure();
        part.content().decode(measure);
        if (measure.size() > limit) {
            return new FetchOutcome.Rejected("the part has " + measure.size() + " bytes, the limit is " + limit);
        }
        var content = ByteBuffer.allocate((int) measure.size());
        part.content().decode(content::put);
        return new FetchOutcome.Fetched(Body.of(content.array()), Optional.of(contentType(part.type())));
    }

    private static String contentType(MediaType type) {
        return type.charset()
                .filter(charset -> type.type().equals("text") && charset.matches("[a-z0-9._:+-]{1,40}"))
                .map(charset -> type.name() + "; charset=" + charset)
                .orElse(type.name());
    }
}
