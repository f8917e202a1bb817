package io.switchboard.sandbox.desk.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One piece of a message's content. A kind from the future becomes {@link Other} and is shown by the text it brings. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", visible = true, defaultImpl = Part.Other.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Part.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Part.Html.class, name = "html"),
    @JsonSubTypes.Type(
            value = Part.Media.class,
            names = {"image", "video", "audio", "voice_note", "file", "sticker"}),
    @JsonSubTypes.Type(value = Part.Location.class, name = "location"),
    @JsonSubTypes.Type(value = Part.ContactCard.class, name = "contact_card"),
    @JsonSubTypes.Type(value = Part.Product.class, name = "product"),
    @JsonSubTypes.Type(value = Part.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Part.Template.class, name = "template"),
    @JsonSubTypes.Type(value = Part.Interactive.class, name = "interactive"),
    @JsonSubTypes.Type(value = Part.Postback.class, name = "postback"),
    @JsonSubTypes.Type(value = Part.FormResponse.class, name = "form_response"),
    @JsonSubTypes.Type(value = Part.Calendar.class, name = "calendar"),
    @JsonSubTypes.Type(value = Part.SystemNotice.class, name = "system_notice"),
    @JsonSubTypes.Type(value = Part.Unsupported.class, name = "unsupported"),
})
public sealed interface Part {

    record Text(String text) implements Part {}

    /** Never shown as it is: a customer's HTML is hostile. The plain text stands for it. */
    record Html(String fallbackText) implements Part {}

    /** @param attachment index into the message's attachments, from 0 */
    record Media(String kind, int attachment, Optional<String> caption) implements Part {}

    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address, Optional<String> url)
            implements Part {}

    record ContactCard(Optional<String> name, List<String> phones, List<String> emails, Optional<String> organisation)
            implements Part {}

    record Product(String catalogId, String productId, Optional<String> title) implements Part {}

    record Order(List<Item> items, Optional<String> note) implements Part {

        public record Item(String productId, int quantity, Optional<Money> price) {}
    }

    record Template(String name, String language, String fallbackText) implements Part {}

    record Interactive(Optional<String> header, String body, Optional<String> footer, List<Choice> choices)
            implements Part {

        public record Choice(String title, Optional<String> description) {}
    }

    record Postback(String title, String payload) implements Part {}

    record FormResponse(String form, Map<String, String> answers, Optional<String> summary) implements Part {}

    record Calendar(String method, Optional<String> summary) implements Part {}

    record SystemNotice(String type, String fallbackText) implements Part {}

    record Unsupported(String providerType, String reason) implements Part {}

    record Other(String kind, String fallbackText) implements Part {}
}
