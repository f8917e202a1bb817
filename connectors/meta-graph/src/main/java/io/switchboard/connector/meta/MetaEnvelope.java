package io.switchboard.connector.meta;

import io.switchboard.connector.Body;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation.Ignored;
import io.switchboard.connector.payload.Payload;
import java.util.ArrayList;
import java.util.List;

/**
 * The Splitter: {@code {object, entry: [{id, time, changes: [{field, value}]}]}} taken apart into every change of every entry, in
 * order. A broken entry or change costs only itself.
 *
 * @param object what the app is subscribed to: {@code page}, {@code instagram}, {@code whatsapp_business_account}
 * @param unreadable entries and changes that are not as documented
 */
public record MetaEnvelope(String object, List<Change> changes, List<Ignored> unreadable) {

    public MetaEnvelope {
        changes = List.copyOf(changes);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * One change.
     *
     * @param entry the entry it came in, for its {@code id} and {@code time}
     */
    public record Change(Payload entry, String field, Payload value) {}

    /** @throws MalformedDeliveryException when there is no envelope */
    public static MetaEnvelope split(Body body) {
        var envelope = Payload.read(body);
        var changes = new ArrayList<Change>();
        var unreadable = new ArrayList<Ignored>();
        for (var entry : envelope.require("entry").elements()) {
            try {
                entry.require("changes").elements().forEach(change -> read(entry, change, changes, unreadable));
            } catch (MalformedDeliveryException broken) {
                unreadable.add(malformed("entry", broken));
            }
        }
        return new MetaEnvelope(envelope.requireText("object"), changes, unreadable);
    }

    private static void read(Payload entry, Payload change, List<Change> changes, List<Ignored> unreadable) {
        try {
            changes.add(new Change(entry, change.requireText("field"), change.require("value")));
        } catch (MalformedDeliveryException broken) {
            unreadable.add(malformed("change", broken));
        }
    }

    private static Ignored malformed(String what, MalformedDeliveryException broken) {
        return new Ignored(what, "malformed: " + broken.getMessage());
    }
}
