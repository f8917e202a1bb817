package io.switchboard.canonical.json;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageAuthor;
import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageRecipient;
import io.switchboard.canonical.MessageReference;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields tell something about a person, and what: the schemas' {@code x-pii}. */
final class PersonalFields {

    private static final String CONTENT = "content";
    private static final String NAME = "name";
    private static final String CONTACT = "contact";
    private static final String IDENTIFIER = "identifier";
    private static final String LOCATION = "location";

    private static final Map<Class<?>, Map<String, List<String>>> BY_RECORD = Map.ofEntries(
            Map.entry(Attachment.class, Map.of(CONTENT, List.of("fileName"))),
            Map.entry(CommerceChange.class, Map.of(CONTENT, List.of("attributes"))),
            Map.entry(Customer.class, Map.of(NAME, List.of("displayName"))),
            Map.entry(Customer.Identity.class, Map.of(IDENTIFIER, List.of("value"), NAME, List.of("handle"))),
            Map.entry(EmailDetails.class, Map.of(IDENTIFIER, List.of("messageIdHeader", "references"))),
            Map.entry(IdentityKey.class, Map.of(IDENTIFIER, List.of("value"))),
            Map.entry(
                    Message.class,
                    Map.of(
                            CONTENT,
                            List.of("textPlain", "textStripped", "htmlStripped", "signature", "subject", "ext"))),
            Map.entry(MessageAuthor.class, Map.of(CONTACT, List.of("address"), NAME, List.of("displayName", "handle"))),
            Map.entry(MessageContext.class, Map.of(CONTENT, List.of("url"))),
            Map.entry(MessageRecipient.class, Map.of(CONTACT, List.of("address"), NAME, List.of("name"))),
            Map.entry(MessageReference.class, Map.of(CONTENT, List.of("preview"))),
            Map.entry(Party.class, Map.of(CONTACT, List.of("address"), NAME, List.of("displayName", "handle"))),
            Map.entry(Reaction.class, Map.of(CONTENT, List.of("reaction"))),
            Map.entry(ReplyCommand.class, Map.of(CONTENT, List.of("text", "subject"))),
            Map.entry(ReplyCommand.Addressee.class, Map.of(CONTACT, List.of("address"), NAME, List.of("name"))),
            Map.entry(ReplyCommand.ReplyFile.class, Map.of(CONTENT, List.of("fileName"))),
            Map.entry(ReplyCommand.Reaction.class, Map.of(CONTENT, List.of("emoji"))),
            Map.entry(Ticket.class, Map.of(CONTENT, List.of("subject"))),
            Map.entry(
                    Part.Location.class, Map.of(LOCATION, List.of("latitude", "longitude", "name", "address", "url"))),
            Map.entry(
                    Part.ContactCard.class,
                    Map.of(NAME, List.of("name", "organisation"), CONTACT, List.of("phones", "emails"))));

    /** Whatever a part says, a person said. */
    private static final Set<String> NOT_CONTENT_OF_PARTS = Set.of(
            "attachment", "media", "catalogId", "productId", "quantity", "price", "language", "type", "providerType");

    private PersonalFields() {}

    static Optional<String> of(Class<?> record, String component) {
        for (var entry : BY_RECORD.getOrDefault(record, Map.of()).entrySet()) {
            if (entry.getValue().contains(component)) {
                return Optional.of(entry.getKey());
            }
        }
        return Part.class.isAssignableFrom(record) && !NOT_CONTENT_OF_PARTS.contains(component)
                ? Optional.of(CONTENT)
                : Optional.empty();
    }
}
