package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.Conversation;
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
    private final ThreadRows rows;

    ThreadLists(ThreadMemory memory, Supplier<ReadingProgress> progress, ThreadRows rows) {
        this.memory = memory;
        this.progress = progress;
        this.rows = rows;
    }

    ThreadListView of(Filter filter, String selected, int shown) {
        var all = memory.all();
        var underTab = all.stream()
                .filter(filter.tab()::holds)
                .filter(filter::hasWords)
                .toList();
        var matching = underTab.stream()
                .filter(filter::hasChannel)
                .sorted(ThreadRows.NEWEST_FIRST)
                .toList();
        return new ThreadListView(
                filter,
                selected,
                tabs(filter, all),
                channels(filter, underTab),
                matching.stream().limit(shown).map(rows::row).toList(),
                matching.size(),
                all.size(),
                shown,
                progress.get());
    }

    private static List<TabView> tabs(Filter filter, List<Conversation> all) {
        return Arrays.stream(Filter.Tab.values())
                .map(tab -> new TabView(
                        tab.label(),
                        (int) all.stream()
                                .filter(tab::holds)
                                .filter(filter::hasWords)
                                .count(),
                        tab == filter.tab(),
                        filter.withTab(tab).on("")))
                .toList();
    }

    private static List<ChannelView> channels(Filter filter, List<Conversation> threads) {
        var counts = threads.stream()
                .collect(Collectors.groupingBy(thread -> Look.of(thread.place()), Collectors.summingInt(one -> 1)));
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
