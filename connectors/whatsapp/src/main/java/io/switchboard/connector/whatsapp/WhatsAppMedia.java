package io.switchboard.connector.whatsapp;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.MediaFetcher;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.meta.GraphAnswer;
import io.switchboard.connector.meta.GraphClient;
import io.switchboard.connector.payload.Payload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches a file in two steps: its id gives an address that lives for five minutes, the address gives the bytes. The address
 * is never kept, so each attempt asks for a new one. Ids from deliveries live for seven days.
 */
final class WhatsAppMedia implements MediaFetcher {

    /** Failed requests count against the number, so the pauses are not short. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration UNTIL_RECONNECTED = Duration.ofHours(1);

    private final HttpPort http;

    WhatsAppMedia(HttpPort http) {
        this.http = http;
    }

    @Override
    public FetchOutcome fetch(
            String providerMediaId, Delivery origin, long limit, ConnectionRef connection, Secrets secrets) {
        var graph = GraphClient.of(http, connection, secrets);
        if (graph.isEmpty()) {
            return new FetchOutcome.NotYet(UNTIL_RECONNECTED, "no access token or no valid graph_url");
        }
        try {
            return switch (graph.get().get(providerMediaId)) {
                case GraphAnswer.Success found -> download(StoredFile.read(found.body()), limit, graph.get());
                case GraphAnswer.Failure failure -> refused(failure);
                case GraphAnswer.Unreadable answer -> later(answer.retryAfter(), "status " + answer.status());
            };
        } catch (MalformedDeliveryException unexpected) {
            return later(Optional.empty(), "the answer is not as documented: " + unexpected.getMessage());
        } catch (IOException unreached) {
            return later(Optional.empty(), "no answer: " + unreached.getClass().getSimpleName());
        }
    }

    private static FetchOutcome refused(GraphAnswer.Failure failure) {
        var error = failure.error();
        var noSuchObject = error.code() == 100
                && error.subcode().filter(code -> code == 33).isPresent();
        if (failure.status() == 404 || noSuchObject) {
            return new FetchOutcome.Gone("WhatsApp no longer has the file");
        }
        if (WhatsAppErrors.deniesAccess(failure)) {
            return new FetchOutcome.NotYet(UNTIL_RECONNECTED, "access denied with error " + error.code());
        }
        var wait = WhatsAppErrors.retryAfter(failure);
        return wait.isPresent()
                ? later(wait, "error " + error.code())
                : new FetchOutcome.Rejected("refused with error " + error.code());
    }

    private static FetchOutcome download(StoredFile file, long limit, GraphClient graph) throws IOException {
        if (file.size().filter(size -> size > limit).isPresent()) {
            return new FetchOutcome.Rejected("the file has more bytes than " + limit);
        }
        // One byte more than accepted tells a file that is too large from one that just fits.
        var answer = graph.download(file.address(), (int) Math.min(limit, Integer.MAX_VALUE - 9L) + 1);
        return answer.map(got -> downloaded(got, file, limit))
                .orElse(new FetchOutcome.Rejected("the file's address is not one of Meta's"));
    }

    private static FetchOutcome downloaded(HttpAnswer answer, StoredFile file, long limit) {
        if (!answer.isSuccess()) {
            // The address has expired, or was not ready: the next attempt asks the id for another.
            return later(Optional.empty(), "the file's address answers with status " + answer.status());
        }
        var content = answer.body();
        if (content.size() > limit) {
            return new FetchOutcome.Rejected("the file has more bytes than " + limit);
        }
        if (file.size().filter(size -> size != content.size()).isPresent()) {
            return later(Optional.empty(), "the file was cut off");
        }
        return file.isAltered(content)
                ? new FetchOutcome.Rejected("the file's SHA-256 is not the announced one")
                : new FetchOutcome.Fetched(
                        content, file.type().or(() -> answer.headers().first("Content-Type")));
    }

    private static FetchOutcome later(Optional<Duration> wait, String reason) {
        return new FetchOutcome.NotYet(
                wait.filter(asked -> asked.compareTo(PAUSE) > 0).orElse(PAUSE), reason);
    }

    /** What WhatsApp says about a file it stores. */
    private record StoredFile(URI address, Optional<Long> size, Optional<String> type, Optional<String> sha256) {

        static StoredFile read(Payload answer) {
            return new StoredFile(
                    address(Words.require(answer, "url")),
                    answer.whole("file_size"),
                    Words.of(answer, "mime_type"),
                    Words.of(answer, "sha256").flatMap(Sha256::hex));
        }

        private static URI address(String url) {
            try {
                return URI.create(url);
            } catch (IllegalArgumentException noAddress) {
                throw new MalformedDeliveryException("url is not an address");
            }
        }

        boolean isAltered(Body content) {
            return sha256.filter(announced -> !announced.equals(content.sha256()))
                    .isPresent();
        }

        @Override
        public String toString() {
            return "StoredFile[***]";
        }
    }
}
