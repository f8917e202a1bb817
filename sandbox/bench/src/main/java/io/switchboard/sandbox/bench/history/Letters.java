package io.switchboard.sandbox.bench.history;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which delivery a letter holds: its own words are unreadable by definition, so its id is looked for. */
final class Letters {

    private static final Pattern WHATSAPP = Pattern.compile("wamid\\.[A-Za-z0-9+/=_.-]+");
    private static final Pattern SHOPIFY = Pattern.compile("(?im)^x-shopify-event-id: (\\S+)");
    private static final Pattern EMAIL = Pattern.compile("(?im)^message-id:\\s*<([^>]+)>");

    private Letters() {}

    static String nativeId(ConsumerRecord<byte[], byte[]> letter) {
        var body = new String(letter.value(), StandardCharsets.ISO_8859_1);
        var fields = TicketsWatch.header(letter.headers(), "sb-fields");
        return switch (TicketsWatch.header(letter.headers(), "sb-connector")) {
            case "whatsapp" -> found(WHATSAPP, 0, body);
            case "shopify" -> found(SHOPIFY, 1, fields);
            case "email" -> found(EMAIL, 1, body);
            default -> "";
        };
    }

    private static String found(Pattern pattern, int group, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group) : "";
    }
}
