package io.switchboard.sandbox.platforms.whatsapp;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files of customers and of the business, by media id, and the short-lived addresses they are downloaded from. The oldest
 * files go when there are too many. Source: WhatsApp, Media: an address lives five minutes and needs the token too.
 */
final class MediaStore {

    static final String DOWNLOAD_PATH = "/whatsapp_business/attachments/";

    private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(5);
    private static final int CAPACITY = 1_000;

    private final MetaIds ids;
    private final Clock clock;
    private final Map<String, StoredMedia> files = new LinkedHashMap<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();

    MediaStore(MetaIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    synchronized StoredMedia add(String mimeType, byte[] bytes) {
        var file = new StoredMedia(ids.media(), mimeType, bytes);
        files.put(file.id(), file);
        hashes.put(file.id(), ids.urlHash());
        if (files.size() > CAPACITY) {
            var oldest = files.keySet().iterator().next();
            files.remove(oldest);
            hashes.remove(oldest);
        }
        return file;
    }

    synchronized Optional<StoredMedia> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    synchronized String address(URI base, StoredMedia file) {
        long expires = clock.instant().plus(ADDRESS_LIFETIME).getEpochSecond();
        return "%s%s?mid=%s&ext=%d&hash=%s".formatted(base, DOWNLOAD_PATH, file.id(), expires, hashes.get(file.id()));
    }

    /** The file, if the address was given out, unchanged, and not too long ago. */
    synchronized Optional<StoredMedia> behind(Request address) {
        var id = parameter(address, "mid");
        if (!hashes.containsKey(id) || !parameter(address, "hash").equals(hashes.get(id))) {
            return Optional.empty();
        }
        var expires = Instant.ofEpochSecond(Long.parseLong(parameter(address, "ext")));
        return clock.instant().isAfter(expires) ? Optional.empty() : find(id);
    }

    private static String parameter(Request request, String name) {
        var parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }
}
