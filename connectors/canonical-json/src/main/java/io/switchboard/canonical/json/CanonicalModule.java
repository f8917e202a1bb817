package io.switchboard.canonical.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Everything about the canonical types that Jackson cannot know by itself. */
final class CanonicalModule extends SimpleModule {

    /** Records that are left out where they say nothing, and read as this where they are absent. */
    static final Map<Class<?>, Object> LEFT_OUT =
            Map.of(MessageContext.class, MessageContext.NONE, ReturnAddress.class, ReturnAddress.NONE);

    private final boolean repairs;

    /** @param repairs whether text is written well-formed whatever it holds, see {@link WellFormedText} */
    CanonicalModule(boolean repairs) {
        super("canonical");
        this.repairs = repairs;
        text(AttachmentId.class, AttachmentId::toString, AttachmentId::parse);
        text(ConnectionId.class, ConnectionId::toString, ConnectionId::parse);
        text(CustomerId.class, CustomerId::toString, CustomerId::parse);
        text(DeliveryId.class, DeliveryId::toString, DeliveryId::parse);
        text(EventId.class, EventId::toString, EventId::parse);
        text(IdentityId.class, IdentityId::toString, IdentityId::parse);
        text(MessageId.class, MessageId::toString, MessageId::parse);
        text(TenantId.class, TenantId::value, TenantId::new);
        text(ThreadId.class, ThreadId::toString, ThreadId::parse);
        text(ThreadKey.class, ThreadKey::value, ThreadKey::new);
        text(TicketId.class, TicketId::toString, TicketId::parse);
        text(Instant.class, Timestamp::of, Instant::parse);
        text(BigDecimal.class, CanonicalModule::digits, BigDecimal::new);
        if (repairs) {
            addSerializer(String.class, new WellFormedText());
            addKeySerializer(String.class, new WellFormedText.Name());
        }
        addDeserializer(Part.class, new PartReader());
        setSerializerModifier(new RecordWriters());
        setDeserializerModifier(new RecordReaders());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new EnumJson.Writers());
        context.addDeserializers(new EnumJson.Readers());
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new TextJson.Writer<>(type, repairs ? write.andThen(WellFormedText::of) : write));
        addDeserializer(type, new TextJson.Reader<>(type, read));
    }

    /** Every digit, {@code 10.00} as {@code 10.00}; an exponent only where plain digits would fill pages. */
    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
    }
}
