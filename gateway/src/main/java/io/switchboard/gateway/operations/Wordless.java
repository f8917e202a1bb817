package io.switchboard.gateway.operations;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it may be logged: its class, where it was thrown and what caused it, without its words. Those of a parser or a database
 * often hold what a customer wrote.
 */
public final class Wordless extends Exception {

    private static final long serialVersionUID = 1;

    private Wordless(Throwable original, @Nullable Wordless cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    public static Wordless of(Throwable original) {
        return of(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** @param seen causes may go round in a circle */
    private static Wordless of(Throwable original, Set<Throwable> seen) {
        seen.add(original);
        var cause = original.getCause();
        return new Wordless(original, cause == null || seen.contains(cause) ? null : of(cause, seen));
    }
}
