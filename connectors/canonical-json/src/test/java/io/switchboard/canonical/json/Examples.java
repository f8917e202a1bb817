package io.switchboard.canonical.json;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.AttachmentState;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Channel;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.ConnectionHealth;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.Consent;
import io.switchboard.canonical.ConsentPurpose;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.ConversationThread;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.Deletion;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageAuthor;
import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.MessageRecipient;
import io.switchboard.canonical.MessageReference;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.OutboundOutcome;
import io.switchboard.canonical.OutboundResult;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.PrivacyRequest;
import io.switchboard.canonical.PrivacyRequestKind;
import io.switchboard.canonical.RawReference;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.Receipt;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ReferenceKind;
import io.switchboard.canonical.Rekeying;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.canonical.Ticket;
import io.switchboard.canonical.TicketEvent;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import io.switchboard.canonical.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value of everything that can stand in an event, each field set. */
final class Examples {

    static final TenantId TENANT = new TenantId("demo");
    static final ConnectionId CONNECTION = ConnectionId.of(TENANT, "whatsapp", "106540352242922");
    static final ThreadId THREAD = ThreadId.of(TENANT, CONNECTION, new ThreadKey("dm:106540352242922:15550100"));
    static final MessageId MESSAGE = MessageId.of(TENANT, CONNECTION, "wamid.1");
    static final IdentityId IDENTITY = IdentityId.of(TENANT, IdentityKey.global("phone", "15550100"));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Failure FAILURE = new Failure("131047", "The reply window is closed.");
    static final RawReference RAW = new RawReference(
            DeliveryId.parse("01951234-0000-7000-8000-000000000001"), "ab".repeat(32), "application/json");

    static final List<Part> EVERY_PART = List.of(
            new Part.Text("Hello \uD83D\uDE00"),
            new Part.Html("<p>Hello</p>", "Hello"),
            new Part.Media(MediaKind.VOICE_NOTE, 0, Optional.of("listen")),
            new Part.Location(
                    52.5, 13.4, Optional.of("Office"), Optional.of("Main St 1"), Optional.of("https://a.example")),
            new Part.ContactCard(
                    Optional.of("Ann"), List.of("+15550101"), List.of("ann@a.example"), Optional.of("Ann's")),
            new Part.Product("catalog", "sku-1", Optional.of("Shoe")),
            new Part.Order(
                    Optional.of("catalog"),
                    List.of(new Part.Order.Item("sku-1", 2, Optional.of(Money.of("10.00", "EUR")))),
                    Optional.of("soon please")),
            new Part.Template("welcome", "en", List.of("Ann"), "Welcome, Ann"),
            new Part.Interactive(
                    "button",
                    Optional.of("Head"),
                    "Choose",
                    Optional.of("Foot"),
                    List.of(new Part.Interactive.Choice("yes", "Yes", Optional.of("do it")))),
            new Part.Postback("Yes", "yes"),
            new Part.FormResponse("survey", Map.of("b", "2", "a", "1"), Optional.of("two answers")),
            new Part.Calendar("REQUEST", "uid@a.example", Optional.of("Meeting")),
            new Part.SystemNotice("number_changed", "Ann changed her number"),
            new Part.Unsupported("poll", "not yet"));

    static final Attachment ATTACHMENT = new Attachment(
            AttachmentId.of(MESSAGE, 0),
            MediaKind.VOICE_NOTE,
            AttachmentState.STORED,
            Optional.of("note.ogg"),
            Optional.of("audio/ogg"),
            Optional.of(1234L),
            Optional.of("cd".repeat(32)),
            true,
            Optional.of("part1@a.example"),
            Optional.of("none"),
            Optional.of("blob/1"));

    static final MessageAuthor AUTHOR = new MessageAuthor(
            AuthorKind.CUSTOMER,
            Optional.of(IDENTITY),
            Optional.of("+15550100"),
            Optional.of("Ann"),
            Optional.of("@ann"));

    static final Receipt RECEIPT = new Receipt(
            Optional.of(MESSAGE), "wamid.1", ReceiptState.DELIVERED, ReceiptState.READ, NOON, Optional.of(FAILURE));

    static final Message MESSAGE_SNAPSHOT = new Message(
            MESSAGE,
            THREAD,
            CONNECTION,
            TENANT,
            Optional.of("wamid.1"),
            1,
            7,
            Direction.INBOUND,
            AUTHOR,
            Channel.WHATSAPP,
            Surface.WHATSAPP_MESSAGE,
            Visibility.PRIVATE,
            NOON,
            Precision.SECONDS,
            NOON.plusMillis(250),
            NOON.plusMillis(300),
            true,
            EVERY_PART,
            "Hello",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of("Order 1001"),
            List.of(new MessageRecipient(
                    RecipientRole.TO, Optional.of(IDENTITY), Optional.of("shop@a.example"), Optional.of("Shop"))),
            Optional.of(new MessageReference(
                    ReferenceKind.REPLY, "wamid.0", Optional.of(MESSAGE), Optional.of("Where is it?"))),
            new MessageContext(
                    Optional.of(new MessageContext.Referral(
                            "ad",
                            Optional.of("123"),
                            Optional.of("https://a.example"),
                            Optional.of("Sale"),
                            Optional.of("click"))),
                    Optional.of(new Part.Product("catalog", "sku-1", Optional.of("Shoe"))),
                    Optional.of("https://a.example/post"),
                    List.of("#1001")),
            List.of(ATTACHMENT),
            Set.of(MessageFlag.FORWARDED, MessageFlag.AUTO_GENERATED),
            Optional.of(new EmailDetails(
                    Optional.of("id@a.example"),
                    List.of("root@a.example"),
                    Optional.of("no"),
                    Optional.of("list.a.example"),
                    Optional.empty(),
                    List.of("charset guessed"))),
            Optional.of(RECEIPT),
            Optional.of(ThreadMatch.certain("own_key")),
            RAW,
            Map.of("pricing", "service", "category", "x"));

    static final CommerceChange COMMERCE = new CommerceChange(
            "order.placed",
            "order",
            "820982911946154508",
            "2026-03-01T12:00:00Z",
            new Moment(NOON, Precision.DAY),
            Optional.of("820982911946154508"),
            Optional.of("#1001"),
            Optional.of(new Party(
                    List.of(new IdentityKey("shopify.customer", "demo.myshopify.example", "115310627314723954")),
                    Optional.of("ann@a.example"),
                    Optional.of("Ann"),
                    Optional.of("ann"))),
            Optional.of(Money.of("199.00", "EUR")),
            List.of(new CommerceChange.Line(
                    "1", "Shoe", 1, Optional.of("sku-1"), Optional.of(Money.of("199.00", "EUR")))),
            Map.of("financial_status", "paid"));

    static final TicketEvent EVERYTHING = new TicketEvent(
            new ConversationThread(THREAD, CONNECTION, "whatsapp", Channel.WHATSAPP, Surface.WHATSAPP_MESSAGE),
            Optional.of(MESSAGE_SNAPSHOT),
            Optional.of(new Ticket(
                    TicketId.of(TENANT, THREAD, MESSAGE),
                    TicketPolicy.NEW,
                    "no_open_ticket",
                    Optional.of("Order 1001"),
                    List.of())),
            Optional.of(new Customer(
                    CustomerId.of(TENANT, IDENTITY),
                    Optional.of("Ann"),
                    List.of(new Customer.Identity(IDENTITY, "phone", "", "15550100", Optional.of("ann"))))),
            Optional.of(new ReplyCapability(
                    true,
                    Optional.of(NOON.plusSeconds(86_400)),
                    Optional.of("message"),
                    true,
                    false,
                    Optional.of(BlockedReason.OPTED_OUT))),
            Optional.of(RECEIPT),
            Optional.of(new Reaction(Optional.of(MESSAGE), "wamid.1", AUTHOR, Optional.of("\uD83D\uDC4D"), NOON)),
            Optional.of(new Deletion(Optional.of(MESSAGE), "wamid.1", AUTHOR, NOON)),
            Optional.of(ATTACHMENT),
            Optional.of(COMMERCE),
            Optional.of(new PrivacyRequest(
                    PrivacyRequestKind.REDACT_CUSTOMER,
                    "77",
                    COMMERCE.customer(),
                    List.of("820982911946154508"),
                    Optional.of(NOON))),
            Optional.of(new OutboundResult(
                    "command-1", OutboundOutcome.DEFERRED, 1, Optional.of(FAILURE), Optional.of(NOON.plusSeconds(60)))),
            Optional.of(new ConnectionHealth(CONNECTION, HealthState.DEGRADED, "quality is low")),
            Optional.of(new Consent(ConsentPurpose.MARKETING, ConsentState.OPTED_OUT)),
            Optional.of(
                    new Rekeying(IDENTITY, IdentityId.of(TENANT, IdentityKey.global("phone", "15550199")), "phone")),
            RAW);

    private Examples() {}
}
