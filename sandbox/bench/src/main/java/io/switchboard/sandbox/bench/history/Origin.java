package io.switchboard.sandbox.bench.history;

import java.util.List;

/** Whose a delivery is, in one long: fate (1 bit), connector (7), merchant (24), thread (32). */
final class Origin {

    private static final List<String> CONNECTORS = List.of("whatsapp", "shopify", "email");

    private Origin() {}

    static int code(String connector) {
        var code = CONNECTORS.indexOf(connector);
        if (code < 0) {
            throw new IllegalArgumentException("no load is written for connector " + connector);
        }
        return code;
    }

    static long pack(int merchant, int connector, int thread, Fate fate) {
        var bit = fate == Fate.INVALID ? 1L : 0L;
        return (bit << 63) | ((long) connector << 56) | ((long) merchant << 32) | (thread & 0xffff_ffffL);
    }

    static Fate fate(long origin) {
        return origin < 0 ? Fate.INVALID : Fate.EVENT;
    }

    static String connector(long origin) {
        return CONNECTORS.get((int) (origin >>> 56) & 0x7f);
    }

    static int merchant(long origin) {
        return (int) (origin >>> 32) & 0xff_ffff;
    }

    static int thread(long origin) {
        return (int) origin;
    }
}
