package io.switchboard.sandbox.desk.page;

import java.util.List;

/**
 * A thread in a list.
 *
 * @param preview its last words
 * @param ours whether those were the merchant's
 * @param unread how many messages nobody has looked at or answered
 */
record ThreadRow(
        String id,
        Look look,
        String title,
        String subject,
        String preview,
        boolean ours,
        Stamp at,
        int unread,
        boolean closed,
        List<Badge> badges)
        implements Versioned {

    ThreadRow aged(Stamp age) {
        return new ThreadRow(id, look, title, subject, preview, ours, age, unread, closed, badges);
    }

    @Override
    public String key() {
        return "row-" + id;
    }
}
