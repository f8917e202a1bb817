package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ReadingProgress;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.page.ThreadListView.ChannelView;
import io.switchboard.sandbox.desk.page.ThreadListView.TabView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the list of threads. */
final class ThreadLists {

    private final ThreadMemory memory;
    private final Supplier<ReadingProgress> progress;
    private final ThreadSummaries summaries;
    private final Times times;

    ThreadLists(ThreadMemory memory, Supplier<ReadingProgress> progress, ThreadSummaries summaries, Times times) {
        this.memory = memory;
        this.progress = progress;
        this.summaries = summaries;
        this.times = times;
    }

    ThreadListView of(Filter filter, String selected, int shown) {
        var all = memory.all();
        var found = summaries.ofAll(all).stream().filter(filter::hasWords).toList();
        var underTab = found.stream().filter(filter.tab()::holds).toList();
        var matching = underTab.stream()
                .filter(filter::hasChannel)
                .sorted(ThreadSummary.NEWEST_FIRST)
                .toList();
        return new ThreadListView(
                filter,
                selected,
                tabs(filter, found),
                channels(filter, underTab),
                matching.stream().limit(shown).map(thread -> thread.row(times)).toList(),
                matching.size(),
                all.size(),
                shown,
                progress.get());
    }

    private static List<TabView> tabs(Filter filter, List<ThreadSummary> found) {
        return Arrays.stream(Filter.Tab.values())
                .map(tab -> new TabView(
                        tab.label(),
                        (int) found.stream().filter(tab::holds).count(),
                        tab == filter.tab(),
                        filter.withTab(tab).on("")))
                .toList();
    }

    private static List<ChannelView> channels(Filter filter, List<ThreadSummary> threads) {
        var counts = threads.stream()
                .collect(Collectors.groupingBy(thread -> thread.row().look(), Collectors.summingInt(one -> 1)));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> new ChannelView(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getKey().slug().equals(filter.channel()),
                        filter.withChannel(entry.getKey().slug()).on("")))
                .toList();
    }
}
