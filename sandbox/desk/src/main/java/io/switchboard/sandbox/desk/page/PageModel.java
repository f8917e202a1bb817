package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ThreadMemory;
import org.springframework.ui.Model;

/** Fills in what the templates show. */
final class PageModel {

    static final String ROWS = "50";
    static final String ITEMS = "60";

    private final ThreadMemory memory;
    private final ThreadLists lists;
    private final Conversations conversations;

    PageModel(ThreadMemory memory, ThreadLists lists, Conversations conversations) {
        this.memory = memory;
        this.lists = lists;
        this.conversations = conversations;
    }

    void addList(Model model, Filter filter, String selected, int shown) {
        model.addAttribute("list", lists.of(filter, selected, shown));
    }

    /** Whoever gets the conversation looks at it. Tells whether there is such a thread. */
    boolean addConversation(Model model, String threadId, int shown, ReplyBox box) {
        memory.looked(threadId);
        var found = memory.find(threadId);
        model.addAttribute("threadId", threadId);
        model.addAttribute("shownItems", shown);
        model.addAttribute("box", box);
        found.ifPresent(thread -> model.addAttribute("thread", conversations.of(thread, shown)));
        return found.isPresent();
    }
}
