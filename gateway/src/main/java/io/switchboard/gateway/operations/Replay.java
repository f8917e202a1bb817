package io.switchboard.gateway.operations;

import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalEntry;
import io.switchboard.gateway.journal.JournalReader;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a delivery at the end of the journal again, with its own id and bytes. */
@Component
public class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final JournalReader reader;
    private final DeliveryJournal journal;

    Replay(JournalReader reader, DeliveryJournal journal) {
        this.reader = reader;
        this.journal = journal;
    }

    /** @return false when the journal no longer holds the delivery */
    public boolean replay(DeliveryLedger.Entry entry) throws IOException, JournalUnavailableException {
        if (reader.read(entry.position()).orElse(null) instanceof JournalEntry.Arrived arrived) {
            journal.appendBulk(arrived.delivery(), arrived.origin().connection());
            log.atInfo().addKeyValue("delivery", entry.deliveryId()).log("delivery replayed");
            return true;
        }
        return false;
    }
}
