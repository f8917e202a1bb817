package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ReadingProgress;
import java.util.List;

/**
 * The list of threads.
 *
 * @param selected the id of the thread that is open; empty when none is
 * @param total how many threads the filter lets through, shown or not
 * @param known how many threads the desk knows at all
 */
record ThreadListView(
        Filter filter,
        String selected,
        List<TabView> tabs,
        List<ChannelView> channels,
        List<ThreadRow> rows,
        int total,
        int known,
        int shown,
        ReadingProgress progress) {

    /** A tab and how many threads are under it. */
    record TabView(String label, int count, boolean current, String query) {}

    /** A channel to narrow the list to. */
    record ChannelView(Look look, int count, boolean current, String query) {}

    public String headVersion() {
        return Integer.toHexString(List.of(tabs, channels).hashCode());
    }

    public String endVersion() {
        return Integer.toHexString(
                List.of(filter, rows.isEmpty(), more(), known > 0, isReading() ? progress : progress.phase())
                        .hashCode());
    }

    public boolean isReading() {
        return progress.phase() != ReadingProgress.Phase.LIVE;
    }

    public boolean isWaiting() {
        return progress.phase() == ReadingProgress.Phase.WAITING;
    }

    public int more() {
        return total - rows.size();
    }
}
