package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.Conversation;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a list needs to know of a thread.
 *
 * @param isCommerce whether it is a shop's record rather than people talking
 * @param searchText names and subject, one a line, without case and accents
 */
record ThreadSummary(ThreadRow row, boolean isCommerce, boolean hasMessages, Instant lastAt, String searchText) {

    static final Comparator<ThreadSummary> NEWEST_FIRST = Comparator.comparing(ThreadSummary::lastAt)
            .reversed()
            .thenComparing(thread -> thread.row().id());

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static ThreadSummary of(Conversation thread, ThreadRow row) {
        return new ThreadSummary(
                row, thread.isCommerce(), thread.hasMessages(), thread.lastAt(), plain(names(thread, row)));
    }

    /** The row as it reads now: its age changes by itself. */
    ThreadRow row(Times times) {
        return row.aged(times.ago(lastAt));
    }

    /** Without case and accents. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String names(Conversation thread, ThreadRow row) {
        var names = new StringBuilder(row.title()).append('\n').append(row.subject());
        Person.name(thread).ifPresent(name -> names.append('\n').append(name));
        thread.customer()
                .ifPresent(customer -> customer.identities().forEach(identity -> {
                    names.append('\n').append(identity.value());
                    identity.handle().ifPresent(handle -> names.append('\n').append(handle));
                }));
        return names.toString();
    }
}
