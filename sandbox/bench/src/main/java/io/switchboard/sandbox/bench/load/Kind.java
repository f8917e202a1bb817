package io.switchboard.sandbox.bench.load;

/**
 * What is delivered. Each delivery has a native id that no other of any run has, and the event it becomes on {@code tickets} carries it:
 *
 * <ul>
 *   <li>{@link #WHATSAPP} and {@link #EMAIL}: {@code message.nativeId} is the native id;
 *   <li>{@link #SHOPIFY}: the native id is the {@code X-Shopify-Event-Id}, the middle one of the three parts of the change's {@code version}.
 * </ul>
 *
 * A thread is a customer's chat, a correspondence below one {@code References}, or one order.
 */
public enum Kind {
    /** A text message, about 0.6 KB. */
    WHATSAPP("whatsapp", "app_secret", "wamid.HBgL", "FQIAERgS", "AA=="),
    /** An order created, then updated, about 4 KB. */
    SHOPIFY("shopify", "client_secret", "", "-0000-4000-8000-", ""),
    /** An answer that quotes what it answers, plain and HTML, about 20 KB, by the raw MIME hook. */
    EMAIL("email", "hook_token", "", ".", "@mail.customer.example");

    /** Hexadecimal digits of a delivery's number. */
    static final int DIGITS = 12;

    private final String connector;
    private final String secret;
    private final String before;
    private final String between;
    private final String after;

    Kind(String connector, String secret, String before, String between, String after) {
        this.connector = connector;
        this.secret = secret;
        this.before = before;
        this.between = between;
        this.after = after;
    }

    public String connector() {
        return connector;
    }

    /** The name of the secret that makes a delivery believed. */
    public String secret() {
        return secret;
    }

    /** @param run eight hexadecimal digits that no other run has */
    String nativeId(String run, long number) {
        return before + run + between + "%012x".formatted(number) + after;
    }

    void nativeId(String run, long number, Bytes out) {
        out.ascii(before).ascii(run).ascii(between).hex(number, DIGITS).ascii(after);
    }

    /** What stands between a run and a number, by which a record on {@code tickets} tells its kind. */
    String between() {
        return between;
    }
}
