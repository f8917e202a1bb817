package io.switchboard.gateway.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.Mail;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.tickets.ThreadTokens;
import io.switchboard.gateway.tickets.Threads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What becomes of a reply when something of ours is in the way. */
class ReplyTroubleTest {

    private final ReplyStore store = Hub.bean(ReplyStore.class);

    @Test
    void a_reply_that_cannot_be_looked_up_is_certainly_not_sent() {
        var shop = Hub.connect("email", "trouble-lookup", "trouble@shop.example", Map.of(), "hook_token");
        Mail.from("ann@customer.example")
                .id("t1@customer.example")
                .to(shop.account())
                .post(shop);
        var question = TicketsTopic.await(shop, 1).getFirst();
        var reply = reply(shop.id(), ThreadId.parse(question.key()), "email", "trouble-1");

        var after = attempt(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"))
                .run(reply);

        assertThat(after.state()).isInstanceOf(ReplyState.Deferred.class);
        assertThat(after.nativeIds()).isEmpty();
    }

    /** Else they would be sent again. */
    @Test
    void pieces_that_were_taken_before_the_rate_was_reached_are_remembered() {
        var connector = "trouble-rate";
        var thread = new ThreadId(UUID.randomUUID());
        assertThat(store.add(reply(new ConnectionId(UUID.randomUUID()), thread, connector, "trouble-2")))
                .isTrue();
        store.unreported(connector, 1).forEach(store::reported);
        var claimed = store.claim(connector, 1).getFirst();

        var postponed = new ReplyState.Postponed(Instant.EPOCH);
        store.finish(claimed, new ReplyState.After(postponed, List.of("piece-1"), List.of("alias-1")));
        store.unreported(connector, 1).forEach(store::reported);
        var again = store.claim(connector, 1).getFirst();

        assertThat(again.nativeIds()).containsExactly("piece-1");
        assertThat(again.aliases()).containsExactly("alias-1");
        assertThat(again.attempt()).isEqualTo(1);
        store.finish(again, ReplyState.After.still(new ReplyState.Sent(), again));
    }

    private static Attempt attempt(DriverManagerDataSource away) {
        var properties = Hub.bean(RepliesProperties.class);
        return new Attempt(
                Hub.bean(Connectors.class),
                Hub.bean(ConnectionRegistry.class),
                Hub.bean(ConnectionProvisioning.class),
                Hub.bean(Threads.class),
                new AutomaticReplies(JdbcClient.create(away), properties, Clock.systemUTC()),
                Hub.bean(ReplyFiles.class),
                Hub.bean(ThreadTokens.class),
                Hub.bean(Throttle.class),
                Hub.bean(PlatformCall.class),
                properties,
                Clock.systemUTC());
    }

    private static Reply reply(ConnectionId connection, ThreadId thread, String connector, String command) {
        var json = """
                {"commandId":"%s","threadId":"%s","text":"Soon.","author":"rule"}""".formatted(command, thread);
        var tenant = new TenantId("test");
        return new Reply(
                tenant,
                thread,
                connection,
                connector,
                Surface.EMAIL_MESSAGE,
                MessageId.ofCommand(tenant, command, 0),
                CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), ReplyCommand.class),
                1,
                List.of(),
                List.of());
    }
}
