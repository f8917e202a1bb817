package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.ConsentPurpose;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.InboundEvent.ConsentChanged;
import io.switchboard.canonical.Surface;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;

/** Says what one element of {@code user_preferences[]} means: a customer stops or resumes marketing messages. */
final class PreferenceTranslator {

    private final BusinessNumber number;
    private final List<Person> contacts;
    private final Findings findings;

    PreferenceTranslator(BusinessNumber number, List<Person> contacts, Findings findings) {
        this.number = number;
        this.contacts = contacts;
        this.findings = findings;
    }

    void translate(Payload preference) {
        var category = Words.require(preference, "category");
        var value = Words.require(preference, "value");
        var state = state(value);
        if (!category.equals("marketing_messages") || state.isEmpty()) {
            findings.ignore("preference " + category + " " + value, "not a preference this connector knows");
            return;
        }
        var person = Person.named(
                        Words.of(preference, "wa_id"),
                        Words.of(preference, "user_id"),
                        Words.of(preference, "parent_user_id"))
                .among(contacts, preference);
        findings.add(new ConsentChanged(
                person.party(),
                ConsentPurpose.MARKETING,
                state.get(),
                number.thread(person),
                Surface.WHATSAPP_MESSAGE,
                UnixTime.of(preference, "timestamp", number.receivedAt())));
    }

    private static Optional<ConsentState> state(String value) {
        return switch (value) {
            case "stop" -> Optional.of(ConsentState.OPTED_OUT);
            case "resume" -> Optional.of(ConsentState.OPTED_IN);
            default -> Optional.empty();
        };
    }
}
