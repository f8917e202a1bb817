package io.switchboard.sandbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.load.TinyServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Mix MESSAGES = Mix.of(Kind.WHATSAPP, 5, 20, 1);
    private static final Pattern WAMID = Pattern.compile("wamid\\.[^\"]+");
    private static final Pattern THREAD = Pattern.compile("phone_number_id\":\"(\\d+)\".*\"wa_id\":\"(\\d+)\"");

    @Test
    void sends_each_arrival_once_over_a_few_connections_that_stay() {
        var seen = new HashSet<String>();
        try (var server = new TinyServer((number, body) -> seen.add(wamid(body)) ? Reply.OK : new Reply(500, 0))) {

            var result = run(Target.gateway(server.address()).withConnections(4), MESSAGES, 1_000, 1);

            assertThat(result.complete()).isTrue();
            assertThat(result.scheduled()).isEqualTo(1_000);
            assertThat(result.attempts()).isEqualTo(1_000);
            assertThat(result.latency().getTotalCount()).isEqualTo(1_000);
            assertThat(seen).hasSize(1_000);
            assertThat(server.connections.get()).isBetween(1, 4);
        }
    }

    @Test
    void a_server_that_stalls_shows_in_the_latency_of_all_that_were_due_meanwhile() {
        try (var server = new TinyServer((number, body) -> {
            if (number == 500) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            return Reply.OK;
        })) {

            var result = run(Target.gateway(server.address()).withConnections(1), MESSAGES, 500, 3);

            assertThat(result.complete()).isTrue();
            // A third of the arrivals were due during the stall; on average they waited half of it. One request met it.
            assertThat(result.latency().getValueAtPercentile(99)).isBetween(900_000L, 3_000_000L);
            assertThat(result.latency().getValueAtPercentile(85)).isGreaterThan(200_000);
            assertThat(result.delay().getValueAtPercentile(99)).isGreaterThan(800_000);
        }
    }

    @Test
    void what_is_not_acknowledged_without_retries_has_failed() {
        try (var server = new TinyServer(
                (number, body) -> number % 10 == 0 ? new Reply(503, 0) : number % 10 == 5 ? Reply.CLOSE : Reply.OK)) {

            var result = run(Target.gateway(server.address()), MESSAGES, 500, 1);

            assertThat(result.acknowledged()).isEqualTo(400);
            assertThat(result.failed()).isEqualTo(100);
            assertThat(result.failures())
                    .containsOnly(Map.entry("503", 50L), Map.entry("closed before an answer", 50L));
            assertThat(result.retried()).isZero();
            assertThat(result.latency().getTotalCount()).isEqualTo(500);
        }
    }

    @Test
    void what_is_not_acknowledged_is_sent_again_with_the_same_bytes() {
        var attempts = new HashMap<String, List<String>>();
        var history = new History();
        try (var server = new TinyServer((number, body) -> {
            var of = attempts.computeIfAbsent(wamid(body), first -> new ArrayList<>());
            of.add(body);
            return of.size() < 3 ? new Reply(503, 0) : Reply.OK;
        })) {

            var result = OpenLoop.run(
                    Target.gateway(server.address()).withRetries(Retries.until(Duration.ofSeconds(10))),
                    MESSAGES,
                    200,
                    Duration.ofSeconds(1),
                    history);

            assertThat(result.complete()).isTrue();
            assertThat(result.retried()).isEqualTo(400);
            assertThat(result.failures()).containsOnly(Map.entry("503", 400L));
            assertThat(attempts).hasSize(200);
            assertThat(attempts.values())
                    .allSatisfy(of -> assertThat(new HashSet<>(of)).hasSize(1));
            // Two pauses of 100 and 200 ms.
            assertThat(result.latency().getMinValue()).isGreaterThan(290_000);
            assertThat(history.check().attempts()).isEqualTo(600);
            assertThat(history.check().acknowledged()).isEqualTo(200);
        }
    }

    @Test
    void a_server_that_is_not_there_refuses_and_is_asked_again_until_the_deadline() {
        var server = new TinyServer((number, body) -> Reply.OK);
        var nowhere = server.address();
        server.close();

        var result = run(Target.gateway(nowhere).withRetries(Retries.until(Duration.ofMillis(500))), MESSAGES, 100, 1);

        assertThat(result.acknowledged()).isZero();
        assertThat(result.failed()).isEqualTo(100);
        assertThat(result.retried()).isPositive();
        assertThat(result.failures()).containsOnlyKeys("refused");
        assertThat(result.lasted()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void one_server_of_two_that_is_away_costs_attempts_but_no_delivery() {
        var away = new TinyServer((number, body) -> Reply.OK);
        var nowhere = away.address();
        away.close();
        try (var server = new TinyServer((number, body) -> Reply.OK)) {

            var target = Target.gateway(nowhere, server.address()).withRetries(Retries.until(Duration.ofSeconds(10)));
            var result = run(target, MESSAGES, 200, 1);

            assertThat(result.complete()).isTrue();
            assertThat(result.failures()).containsOnlyKeys("refused");
        }
    }

    @Test
    void an_answer_that_does_not_come_is_given_up() {
        try (var server = new TinyServer((number, body) -> number % 10 == 0 ? Reply.NEVER : Reply.OK)) {

            var target = Target.gateway(server.address()).withPatience(Duration.ofMillis(300));
            var result = run(target, MESSAGES, 100, 1);

            assertThat(result.acknowledged()).isEqualTo(90);
            assertThat(result.failures()).containsOnly(Map.entry("no answer in time", 10L));
            assertThat(result.latency().getMaxValue()).isGreaterThanOrEqualTo(299_000);
        }
    }

    @Test
    void a_backlog_that_is_full_is_told() {
        try (var server = new TinyServer((number, body) -> Reply.NEVER)) {

            var target = Target.gateway(server.address())
                    .withConnections(2)
                    .withBacklog(10)
                    .withPatience(Duration.ofMillis(1_500));
            var result = run(target, MESSAGES, 100, 1);

            assertThat(result.scheduled()).isEqualTo(100);
            assertThat(result.acknowledged()).isZero();
            assertThat(result.sent() + result.unsent()).isEqualTo(100);
            assertThat(result.failures().get("backlog full")).isGreaterThanOrEqualTo(80);
        }
    }

    @Test
    void a_thread_that_keeps_its_order_has_one_delivery_under_way() {
        assertThat(mostUnderWay(Mix.of(Kind.WHATSAPP, 1, 3, 1).keepingOrder())).isEqualTo(1);
    }

    @Test
    void a_thread_that_does_not_may_have_several() {
        assertThat(mostUnderWay(Mix.of(Kind.WHATSAPP, 1, 3, 1))).isGreaterThan(1);
    }

    @Test
    void the_hot_merchant_is_told_from_the_others() {
        try (var server = new TinyServer((number, body) -> Reply.OK)) {

            var result = run(
                    Target.gateway(server.address()),
                    Mix.of(Kind.WHATSAPP, 101, 5, 1).withHotMerchant(100),
                    1_000,
                    1);

            assertThat(result.hot().getTotalCount()).isBetween(430L, 570L);
            assertThat(result.hot().getTotalCount() + result.others().getTotalCount())
                    .isEqualTo(1_000);
        }
    }

    @Test
    void a_load_can_run_again_under_new_numbers() {
        var seen = new HashSet<String>();
        var manifest = new Manifest("0000000a");
        try (var server = new TinyServer((number, body) -> seen.add(wamid(body)) ? Reply.OK : new Reply(500, 0));
                var load = new OpenLoop(Target.gateway(server.address()), MESSAGES, manifest)) {

            var first = load.run(100, Duration.ofSeconds(1));
            var second = load.run(200, Duration.ofSeconds(1));

            assertThat(first.complete()).isTrue();
            assertThat(second.complete()).isTrue();
            assertThat(manifest.count()).isEqualTo(300);
            assertThat(manifest.acknowledged()).isEqualTo(300);
        }
    }

    /** The server answers after 20 ms, while 200 a second arrive for three threads. */
    private static int mostUnderWay(Mix mix) {
        var underWay = new HashMap<String, Integer>();
        var most = new AtomicInteger();
        try (var server = new TinyServer((number, body) -> {
            var thread = thread(body);
            most.accumulateAndGet(underWay.merge(thread, 1, Integer::sum), Math::max);
            return new Reply(200, 20, () -> underWay.merge(thread, -1, Integer::sum));
        })) {
            assertThat(run(Target.gateway(server.address()), mix, 200, 1).complete())
                    .isTrue();
        }
        return most.get();
    }

    private static Result run(Target target, Mix mix, double perSecond, int seconds) {
        try (var load = new OpenLoop(target, mix, Manifest.at(Instant.now()))) {
            return load.run(perSecond, Duration.ofSeconds(seconds));
        }
    }

    private static String wamid(String body) {
        var found = WAMID.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String thread(String body) {
        var found = THREAD.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1) + "/" + found.group(2);
    }
}
