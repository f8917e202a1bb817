package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.meta.MetaEnvelope.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merchant's number that a change is about, as the change itself names it: an account delivers for all its numbers to one hook.
 *
 * @param id the {@code phone_number_id}, which threads and answers carry
 * @param account the WhatsApp Business Account
 * @param receivedAt stands in where WhatsApp does not say when
 */
record BusinessNumber(String id, String account, Instant receivedAt) {

    static BusinessNumber of(Change change, ConnectionRef connection, Instant receivedAt) {
        var id = change.value()
                .get("metadata")
                .flatMap(metadata -> Words.of(metadata, "phone_number_id"))
                .orElse(connection.account());
        return new BusinessNumber(id, Words.of(change.entry(), "id").orElse(""), receivedAt);
    }

    /** The conversation with a person; every name the person goes by leads there, the phone number first. */
    ThreadAddress thread(Person person) {
        var keys = person.names().stream().map(this::key).toList();
        return new ThreadAddress(keys.getFirst(), keys.subList(1, keys.size()));
    }

    ThreadAddress group(String groupId) {
        return new ThreadAddress(key("group:" + groupId), List.of());
    }

    private ThreadKey key(String name) {
        return new ThreadKey("dm:" + id + ":" + name);
    }

    /** Where an answer to this message goes. */
    ReturnAddress returnAddress(Person person, Optional<String> groupId, String messageId) {
        var fields = new HashMap<String, String>();
        fields.put(WhatsAppSender.PHONE_NUMBER_ID, id);
        fields.put(WhatsAppSender.MESSAGE_ID, messageId);
        if (groupId.isPresent()) {
            fields.put(WhatsAppSender.GROUP, groupId.get());
        } else {
            person.number().ifPresent(number -> fields.put(WhatsAppSender.TO, number));
            person.userId().or(person::parentUserId).ifPresent(id -> fields.put(WhatsAppSender.RECIPIENT, id));
        }
        return new ReturnAddress(fields);
    }

    Map<String, String> ext() {
        return Map.of("phone_number_id", id, "waba_id", account);
    }
}
