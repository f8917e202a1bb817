package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Channel;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.ConnectorDescriptor.Limits;
import io.switchboard.connector.ConnectorDescriptor.Setting;
import io.switchboard.connector.ConnectorRole;
import io.switchboard.connector.Feature;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.meta.GraphClient;
import io.switchboard.connector.meta.MetaHandshake;
import io.switchboard.connector.meta.MetaSignature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What WhatsApp can do and bears. */
final class WhatsAppConnector implements Connector {

    static final Setting LIST_BUTTON = new Setting("list_button", "Label of the button that opens a list", "Options");

    private static final Set<Feature> FEATURES = EnumSet.of(
            Feature.SEND_TEXT,
            Feature.SEND_IMAGE,
            Feature.SEND_VIDEO,
            Feature.SEND_AUDIO,
            Feature.SEND_FILE,
            Feature.SEND_STICKER,
            Feature.SEND_LOCATION,
            Feature.SEND_TEMPLATE,
            Feature.SEND_INTERACTIVE,
            Feature.SEND_REACTION,
            Feature.MARK_READ,
            Feature.QUOTE,
            Feature.DELIVERY_RECEIPTS,
            Feature.READ_RECEIPTS,
            Feature.CORRELATED_RECEIPTS);

    /** Deliveries reach 3 MB, a text 4096 characters, a document 100 MB, a number 80 messages a second in and out. */
    private static final Limits LIMITS = new Limits(3 * 1024 * 1024, 4096, 100L * 1024 * 1024, 80);

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "whatsapp",
            "WhatsApp",
            Channel.WHATSAPP,
            FEATURES,
            LIMITS,
            Stream.concat(GraphClient.SETTINGS.stream(), Stream.of(LIST_BUTTON)).toList(),
            List.of(MetaSignature.APP_SECRET, MetaHandshake.VERIFY_TOKEN, GraphClient.ACCESS_TOKEN));

    private final List<ConnectorRole> roles;

    WhatsAppConnector(HttpPort http) {
        this.roles = List.of(new WhatsAppWebhooks(), new WhatsAppSender(http), new WhatsAppMedia(http));
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<ConnectorRole> roles() {
        return roles;
    }
}
