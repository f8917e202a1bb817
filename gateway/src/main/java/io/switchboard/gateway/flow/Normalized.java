package io.switchboard.gateway.flow;

import io.switchboard.connector.Translation.Ignored;
import io.switchboard.gateway.journal.JournalEntry;
import io.switchboard.gateway.tickets.Fact;
import java.util.List;

/** A journal entry after its connector looked at it. */
sealed interface Normalized {

    JournalEntry entry();

    record Understood(JournalEntry entry, List<Fact> facts, List<Ignored> ignored) implements Normalized {}

    /** Not what the platform documents. */
    record Invalid(JournalEntry entry, String reason) implements Normalized {}

    /** We failed on it. */
    record Dead(JournalEntry entry, String reason) implements Normalized {}
}
