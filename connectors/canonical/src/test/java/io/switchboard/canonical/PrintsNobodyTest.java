package io.switchboard.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is printed may end up in a log. */
class PrintsNobodyTest {

    private static final String SECRET = "ann-canary";
    private static final Optional<String> SOME = Optional.of(SECRET);
    private static final Party PARTY = new Party(List.of(IdentityKey.global("email", SECRET)), SOME, SOME, SOME);
    private static final ThreadAddress THREAD = ThreadAddress.of(SECRET);
    private static final Moment NOON = new Moment(Instant.parse("2026-03-01T12:00:00Z"), Precision.SECONDS);
    private static final MessageAuthor AUTHOR =
            new MessageAuthor(AuthorKind.CUSTOMER, Optional.empty(), SOME, SOME, SOME);

    @ParameterizedTest
    @MethodSource({"parts", "events", "others"})
    void prints_nothing_a_person_said_or_is_called(Object value) {
        assertThat(value.toString()).doesNotContain(SECRET);
    }

    static Stream<Part> parts() {
        return Stream.of(
                new Part.Text(SECRET),
                new Part.Html(SECRET, SECRET),
                new Part.Media(MediaKind.FILE, 0, SOME),
                new Part.Location(1, 2, SOME, SOME, SOME),
                new Part.ContactCard(SOME, List.of(SECRET), List.of(SECRET), SOME),
                new Part.Product(SECRET, SECRET, SOME),
                new Part.Order(SOME, List.of(new Part.Order.Item(SECRET, 1, Optional.empty())), SOME),
                new Part.Template("welcome", "en", List.of(SECRET), SECRET),
                new Part.Interactive(
                        "list", SOME, SECRET, SOME, List.of(new Part.Interactive.Choice(SECRET, SECRET, SOME))),
                new Part.Postback(SECRET, SECRET),
                new Part.FormResponse("form", Map.of(SECRET, SECRET), SOME),
                new Part.Calendar("REQUEST", SECRET, SOME),
                new Part.SystemNotice("number_changed", SECRET),
                new Part.Unsupported("poll", SECRET));
    }

    static Stream<InboundEvent> events() {
        var message = InboundMessage.builder("m1", THREAD, Surface.EMAIL_MESSAGE, Author.customer(PARTY), NOON)
                .content(List.of(new Part.Text(SECRET)))
                .subject(SECRET)
                .reply(ReplyCapability.UNLIMITED, new ReturnAddress(Map.of("to", SECRET)))
                .ext(Map.of("from", SECRET))
                .build();
        var change = new CommerceChange(
                "order.placed",
                "order",
                "1",
                "1",
                NOON,
                Optional.empty(),
                SOME,
                Optional.of(PARTY),
                Optional.empty(),
                List.of(),
                Map.of("address", SECRET));
        var request = new PrivacyRequest(
                PrivacyRequestKind.DATA_REQUEST, "1", Optional.of(PARTY), List.of(), Optional.empty());
        return Stream.of(
                new InboundEvent.MessageReceived(message),
                new InboundEvent.MessageSentElsewhere(message),
                new InboundEvent.MessageEdited(message, "1"),
                new InboundEvent.MessageDeleted("m1", Author.customer(PARTY), THREAD, Surface.EMAIL_MESSAGE, NOON),
                new InboundEvent.ReactionChanged(
                        "m1", Author.customer(PARTY), SOME, "1", THREAD, Surface.EMAIL_MESSAGE, NOON),
                new InboundEvent.ReceiptChanged(
                        SECRET,
                        Optional.empty(),
                        ReceiptState.READ,
                        Optional.empty(),
                        THREAD,
                        Surface.EMAIL_MESSAGE,
                        NOON),
                new InboundEvent.IdentityRekeyed(
                        IdentityKey.global("phone", SECRET),
                        IdentityKey.global("phone", SECRET),
                        THREAD,
                        Surface.SMS_MESSAGE,
                        NOON),
                new InboundEvent.ConsentChanged(
                        PARTY, ConsentPurpose.ALL, ConsentState.OPTED_IN, THREAD, Surface.SMS_MESSAGE, NOON),
                new InboundEvent.CommerceChanged(change, THREAD),
                new InboundEvent.PrivacyRequested(request, THREAD, NOON),
                new InboundEvent.ConnectionHealthChanged(
                        HealthState.CONNECTED, "fine", "1", THREAD, Surface.SMS_MESSAGE, NOON));
    }

    static Stream<Object> others() {
        return Stream.of(
                PARTY,
                AUTHOR,
                new EventKey("message.received", SECRET, SECRET),
                new MessageContext(Optional.empty(), Optional.empty(), SOME, List.of(SECRET)),
                new MessageReference(ReferenceKind.REPLY, SECRET, Optional.empty(), SOME),
                new MessageRecipient(RecipientRole.TO, Optional.empty(), SOME, SOME),
                new Reaction(Optional.empty(), SECRET, AUTHOR, SOME, NOON.at()),
                new Deletion(Optional.empty(), SECRET, AUTHOR, NOON.at()),
                new EmailDetails(SOME, List.of(SECRET), SOME, SOME, Optional.empty(), List.of()),
                MediaReference.of(MediaKind.FILE, SECRET));
    }
}
