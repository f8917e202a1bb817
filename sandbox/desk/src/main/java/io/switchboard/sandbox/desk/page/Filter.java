package io.switchboard.sandbox.desk.page;

import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which threads are listed.
 *
 * @param channel the name of a channel in lower case; empty for all
 * @param q words in a customer's names or in the subject; empty for all
 */
record Filter(Tab tab, String channel, String q) {

    /** A part of the list. */
    enum Tab {
        CONVERSATIONS("Conversations"),
        ORDERS("Orders"),
        ALL("All");

        private final String label;

        Tab(String label) {
            this.label = label;
        }

        /** Unknown words mean the first tab: an address typed by hand is no error. */
        static Tab of(String word) {
            for (var tab : values()) {
                if (tab.word().equals(word)) {
                    return tab;
                }
            }
            return CONVERSATIONS;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }

        boolean holds(ThreadSummary thread) {
            return switch (this) {
                case CONVERSATIONS -> !thread.isCommerce() && thread.hasMessages();
                case ORDERS -> thread.isCommerce();
                case ALL -> true;
            };
        }
    }

    static Filter of(String view, String channel, String q) {
        return new Filter(Tab.of(view), channel, q.strip());
    }

    Filter withTab(Tab other) {
        return new Filter(other, "", q);
    }

    /** Choosing the chosen channel again means all channels. */
    Filter withChannel(String other) {
        return new Filter(tab, channel.equals(other) ? "" : other, q);
    }

    public boolean isNarrow() {
        return !channel.isEmpty() || !q.isEmpty();
    }

    boolean hasChannel(ThreadSummary thread) {
        return channel.isEmpty() || thread.row().look().slug().equals(channel);
    }

    boolean hasWords(ThreadSummary thread) {
        return q.isEmpty() || thread.searchText().contains(ThreadSummary.plain(q));
    }

    /** The address of a page or fragment under this filter. */
    public String on(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (tab != Tab.CONVERSATIONS) {
            address.queryParam("view", tab.word());
        }
        if (!channel.isEmpty()) {
            address.queryParam("channel", "{channel}");
        }
        if (!q.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        return address.encode().build(Map.of("channel", channel, "q", q)).toString();
    }
}
