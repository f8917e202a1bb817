package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.EventKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundEvent.CommerceChanged;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Translation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A webhook as a test words it; what it does not say is what Shopify would say on an ordinary day. */
record Hook(Map<String, String> headers, Body body, Instant receivedAt) {

    static final String SHOP = "teapots.myshopify.com";
    static final String EVENT = "X-Shopify-Event-Id";
    static final String TRIGGERED = "X-Shopify-Triggered-At";
    static final Instant RECEIVED = Instant.parse("2026-02-03T10:00:05Z");

    private static final TenantId TENANT = new TenantId("demo");

    static Hook of(String topic, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Shop-Domain", SHOP);
        headers.put("X-Shopify-API-Version", "2026-07");
        return new Hook(headers, Body.ofText(body), RECEIVED);
    }

    static ConnectionRef connection(Map<String, String> settings) {
        return new ConnectionRef(
                TENANT, ConnectionId.of(TENANT, "shopify", SHOP), "shopify", "demo-shopify", SHOP, settings);
    }

    Hook with(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Hook(changed, body, receivedAt);
    }

    Hook without(String header) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Hook(changed, body, receivedAt);
    }

    Hook bytes(byte[] bytes) {
        return new Hook(headers, Body.of(bytes), receivedAt);
    }

    Hook receivedAt(Instant instant) {
        return new Hook(headers, body, instant);
    }

    Delivery delivery() {
        return new Delivery(
                new DeliveryId(new UUID(0x0195_0000_0000_7000L, receivedAt.toEpochMilli())),
                receivedAt,
                "POST",
                "/hooks/shopify/demo-shopify",
                Headers.ofSingle(headers),
                body);
    }

    Translation translation() {
        return new ShopifyWebhooks().translate(delivery(), connection(Map.of()));
    }

    List<EventKey> keys() {
        return translation().events().stream().map(InboundEvent::key).toList();
    }

    <E extends InboundEvent> E event(Class<E> type) {
        var translation = translation();
        assertThat(translation.ignored()).isEmpty();
        assertThat(translation.events()).singleElement().isInstanceOf(type);
        return type.cast(translation.events().getFirst());
    }

    CommerceChange change() {
        return event(CommerceChanged.class).change();
    }

    /** The keys of the event's timeline, own key first. */
    List<String> timelines() {
        return translation().events().getFirst().thread().keys().stream()
                .map(ThreadKey::value)
                .toList();
    }
}
