package io.switchboard.connector.fake;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MediaFetcher;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.Optional;

/** A file's id is its content. */
record FakeFiles(Defect defect) implements MediaFetcher {

    @Override
    public FetchOutcome fetch(
            String providerMediaId, Delivery origin, long limit, ConnectionRef connection, Secrets secrets) {
        var content = Body.ofText(providerMediaId);
        return content.size() > limit && defect != Defect.FETCHES_MORE_THAN_ALLOWED
                ? new FetchOutcome.Rejected("larger than allowed")
                : new FetchOutcome.Fetched(content, Optional.empty());
    }
}
