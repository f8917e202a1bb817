package io.switchboard.connector.fake;

import io.switchboard.canonical.Channel;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.ConnectorRole;
import io.switchboard.connector.Feature;
import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class FakeConnector implements Connector {

    private final ConnectorContext context;
    private final Defect defect;

    FakeConnector(ConnectorContext context, Defect defect) {
        this.context = context;
        this.defect = defect;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        var secrets =
                new ArrayList<>(List.of(new ConnectorDescriptor.SecretName("app", "signature", "signs deliveries")));
        if (defect == Defect.DECLARES_A_SECRET_NOBODY_HAS) {
            secrets.add(new ConnectorDescriptor.SecretName("other", "api", "lost"));
        }
        return new ConnectorDescriptor(
                defect == Defect.HAS_A_NAME_OF_ITS_OWN ? "facade" : "fake",
                "Fake",
                Channel.CUSTOM,
                Set.of(Feature.SEND_TEXT),
                new ConnectorDescriptor.Limits(1 << 20, 1_000, 1 << 20, 10),
                List.of(),
                secrets);
    }

    @Override
    public List<ConnectorRole> roles() {
        var sender = new FakeSender(context.http(), defect);
        var roles = List.of(new FakeWebhooks(defect), sender, new FakeFiles(defect));
        return defect == Defect.HAS_A_ROLE_TWICE ? List.of(sender, sender) : roles;
    }
}
