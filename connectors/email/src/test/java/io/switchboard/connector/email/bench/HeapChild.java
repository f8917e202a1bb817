package io.switchboard.connector.email.bench;

import java.lang.management.ManagementFactory;

/** Reads one mail of 50 MB in the heap that {@link Heap} gave it, and prints how many MB were in use before. */
public final class HeapChild {

    private static final int LARGE = 50 * 1024 * 1024;
    private static final int SMALL = 20_000;
    private static final int WARM = 50;

    private HeapChild() {}

    public static void main(String[] arguments) throws Exception {
        var reader = ReaderServer.named(arguments[0]);
        var shape = LargeMail.valueOf(arguments[1]);
        for (var i = 0; i < WARM; i++) {
            read(reader, shape.of(SMALL));
        }
        System.gc();
        var idle = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();

        read(reader, shape.of(LARGE));

        System.out.println(idle / (1024 * 1024));
    }

    private static void read(MailReader reader, byte[] mail) throws Exception {
        for (var fact : reader.open(mail).values()) {
            fact.call();
        }
    }
}
