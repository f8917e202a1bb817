package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.ThreadMemory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Fills in what the templates show. */
final class PageModel {

    /** The template of a whole page. */
    static final String PAGE = "desk/page";

    static final int ROWS = 50;
    static final int ITEMS = 60;

    private final ThreadMemory memory;
    private final ThreadLists lists;
    private final Conversations conversations;
    private final ObjectProvider<Customers> customers;

    PageModel(
            ThreadMemory memory, ThreadLists lists, Conversations conversations, ObjectProvider<Customers> customers) {
        this.memory = memory;
        this.lists = lists;
        this.conversations = conversations;
        this.customers = customers;
    }

    /** What every whole page has: the list, and the ways to make customers write. */
    void addFrame(Model model, Filter filter, String selected) {
        addList(model, filter, selected, ROWS);
        model.addAttribute("customersWrite", customers.getIfAvailable() != null);
        model.addAttribute(
                "origin",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
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
