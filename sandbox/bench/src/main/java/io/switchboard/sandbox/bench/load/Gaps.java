package io.switchboard.sandbox.bench.load;

import java.util.SplittableRandom;

/** Fills the gaps of one delivery's documents. What a thread is follows from its number, the rest from the seed and the delivery's number. */
final class Gaps implements Template.Filling {

    private static final long FIRST_ORDER = 7_300_000_000_000L;
    private static final long FIRST_CUSTOMER = 820_000_000_000L;
    private static final long FIRST_PHONE = 4_915_100_000_000L;
    private static final long ORDERS_OF_A_MERCHANT = 1_000_000;
    private static final int SHIPPING = 490;

    private final String run;
    private final long seed;
    private final Phrases phrases;
    private final Calendar calendar = new Calendar();
    private final String[] orders = {"orders/create", "orders/updated"};

    private Draft draft = new Draft(Kind.WHATSAPP, new io.switchboard.sandbox.bench.Merchant(0), 0, 0, 0, 0, false);
    private SplittableRandom random = new SplittableRandom(0);
    private long token;
    private int priceOne;
    private int priceTwo;
    private int length;

    Gaps(String run, long seed) {
        this.run = run;
        this.seed = seed;
        this.phrases = new Phrases(seed);
    }

    void begin(Draft next) {
        draft = next;
        calendar.at(next.atMillis());
        random = new SplittableRandom(seed * 31 + next.number());
        token = random.nextLong();
        priceOne = random.nextInt(990, 9990);
        priceTwo = random.nextInt(190, 2990);
    }

    void length(int bodyLength) {
        length = bodyLength;
    }

    @Override
    public void fill(Slot slot, Bytes out) {
        switch (slot) {
            case CONNECTION, ACCOUNT, TENANT, BUSINESS, BUSINESS_PHONE -> merchant(slot, out);
            case FIRST, LAST, PHONE, MAILBOX, CUSTOMER -> customer(slot, out);
            case NATIVE_ID, UUID, TOPIC, ROOT, ORDER, ORDER_NUMBER -> identity(slot, out);
            case SECONDS -> out.ascii(calendar.seconds());
            case INSTANT -> out.ascii(calendar.instant());
            case SHOP_TIME, CREATED_AT -> out.ascii(calendar.shop());
            case MAIL_TIME -> out.ascii(calendar.mail());
            case SENTENCE -> out.put(phrases.sentence(random.nextInt()));
            case PARAGRAPH -> out.put(phrases.paragraph(random.nextInt()));
            case QUOTED -> out.put(phrases.quoted(random.nextInt()));
            case HTML -> out.put(phrases.html(random.nextInt()));
            case PRODUCT -> out.ascii(Phrases.product(random.nextInt()));
            case PAID -> out.ascii(draft.ordinal() == 0 ? "pending" : "paid");
            case PRICE_ONE -> money(priceOne, out);
            case PRICE_TWO -> money(priceTwo, out);
            case SUBTOTAL -> money(priceOne + 2 * priceTwo, out);
            case TAX -> money((priceOne + 2 * priceTwo + SHIPPING) * 19 / 119, out);
            case TOTAL -> money(priceOne + 2 * priceTwo + SHIPPING, out);
            case TOKEN -> out.hex(token, 16).hex(token * 31, 16);
            case CODE -> out.hex(random.nextLong(), 10);
            case OCTET -> out.decimal(1 + (token & 127));
            case CONTENT_TYPE -> out.ascii(draft.poison() ? "text/plain" : "message/rfc822");
            case LENGTH -> out.decimal(length);
        }
    }

    private void merchant(Slot slot, Bytes out) {
        var merchant = draft.merchant();
        var connector = draft.kind().connector();
        switch (slot) {
            case CONNECTION -> out.ascii(merchant.connection(connector));
            case TENANT -> out.ascii(merchant.tenant());
            case BUSINESS -> out.decimal(FIRST_CUSTOMER + merchant.number());
            case BUSINESS_PHONE -> out.decimal(FIRST_PHONE - 1 - merchant.number());
            default -> out.ascii(merchant.account(connector));
        }
    }

    private void customer(Slot slot, Bytes out) {
        var thread = draft.thread();
        switch (slot) {
            case FIRST -> out.ascii(Phrases.first(thread));
            case LAST -> out.ascii(Phrases.last(thread));
            case PHONE -> out.decimal(FIRST_PHONE + thread);
            case MAILBOX -> out.ascii("customer.").decimal(thread).ascii("@mail.customer.example");
            default -> out.decimal(FIRST_CUSTOMER + thread);
        }
    }

    private void identity(Slot slot, Bytes out) {
        var order = draft.merchant().number() * ORDERS_OF_A_MERCHANT + draft.thread();
        switch (slot) {
            case NATIVE_ID -> draft.kind().nativeId(run, draft.number(), out);
            case UUID -> out.hex(token, 8).ascii("-0000-4000-9000-").hex(draft.number(), Kind.DIGITS);
            case TOPIC -> out.ascii(orders[Math.min(1, draft.ordinal())]);
            case ROOT ->
                out.ascii("question-")
                        .decimal(draft.thread())
                        .ascii("@")
                        .ascii(draft.merchant().tenant())
                        .ascii(".example");
            case ORDER -> out.decimal(FIRST_ORDER + order);
            default -> out.decimal(1000 + draft.thread());
        }
    }

    private static void money(int cents, Bytes out) {
        out.decimal(cents / 100).ascii(".").decimal(cents % 100 / 10).decimal(cents % 10);
    }
}
