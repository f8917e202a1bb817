package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.Merchant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes one run's deliveries as the platforms send them, and signs them. The same seed and run give the same bytes for the same
 * drafts. For one thread.
 */
public final class Writer {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final String run;
    private final Signature signature;
    private final Map<Kind, Template> heads = new EnumMap<>(Kind.class);
    private final Map<Kind, Template> bodies = new EnumMap<>(Kind.class);
    private final Map<Conversation, Integer> ordinals = new HashMap<>();
    private final Gaps gaps;
    private final Bytes body = new Bytes(32 * 1024);
    private long next;

    /**
     * @param run eight hexadecimal digits that no other run on the same data has
     * @param seed of what the customers say
     */
    public Writer(String run, long seed, Signing signing) {
        if (!run.matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("a run is named by eight hexadecimal digits, not by " + run);
        }
        this.run = run;
        this.signature = new Signature(signing);
        this.gaps = new Gaps(run, seed);
        for (var kind : Kind.values()) {
            heads.put(kind, Template.withLineEnds(kind.connector() + "-head.txt"));
        }
        bodies.put(Kind.WHATSAPP, Template.joined("whatsapp-text.json"));
        bodies.put(Kind.SHOPIFY, Template.joined("shopify-order.json"));
        bodies.put(Kind.EMAIL, Template.withLineEnds("email.eml"));
    }

    public String run() {
        return run;
    }

    /** The next delivery of a thread, with a number of its own. */
    public Draft next(Kind kind, Merchant merchant, int thread, long atMillis) {
        return draft(kind, merchant, thread, atMillis, false);
    }

    /**
     * The next one, signed and yet malformed: JSON without its last bracket, or a mail that says it is none. It becomes no event, and its
     * native id can be found in it.
     */
    public Draft nextPoison(Kind kind, Merchant merchant, int thread, long atMillis) {
        return draft(kind, merchant, thread, atMillis, true);
    }

    public String nativeId(Draft draft) {
        return draft.kind().nativeId(run, draft.number());
    }

    public Written write(Draft draft) {
        var request = new Bytes(1024);
        write(draft, request);
        return new Written(draft, nativeId(draft), request.copy(), body.length());
    }

    /** Head and body of the request, in place of what the buffer held. */
    void write(Draft draft, Bytes request) {
        var kind = draft.kind();
        gaps.begin(draft);
        template(bodies, kind).write(body.clear(), gaps);
        if (draft.poison() && kind != Kind.EMAIL) {
            body.shorten(1);
        }
        gaps.length(body.length());
        template(heads, kind).write(request.clear(), gaps);
        signature.line(kind, draft.merchant(), body, request);
        request.put(LINE_END).put(body.array(), body.length());
    }

    private Draft draft(Kind kind, Merchant merchant, int thread, long atMillis, boolean poison) {
        var ordinal = ordinals.merge(new Conversation(kind, merchant.number(), thread), 1, Integer::sum) - 1;
        return new Draft(kind, merchant, thread, next++, ordinal, atMillis, poison);
    }

    private static Template template(Map<Kind, Template> of, Kind kind) {
        var template = of.get(kind);
        if (template == null) {
            throw new IllegalStateException("there is no document for " + kind);
        }
        return template;
    }
}
