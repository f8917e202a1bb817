package io.switchboard.canonical.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Events as this major version wrote them first. They are never rewritten: a change that cannot read them, or loses something
 * of them, is a new major version. {@code -Dgolden.accept} adds files for new event types only.
 */
class GoldenEventsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> has_a_golden_event_of_every_type() {
        return EventExamples.published().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    var file = ContractFiles.golden().resolve(example.getKey() + ".json");
                    if (ContractFiles.isAccepting() && !Files.exists(file)) {
                        ContractFiles.write(file, CanonicalJson.pretty(example.getValue()));
                    }
                    assertThat(file).exists();
                }));
    }

    @TestFactory
    Stream<DynamicTest> reads_golden_events_and_loses_nothing() {
        return files(file -> {
            var golden = JSON.readTree(ContractFiles.read(file));
            var event = CanonicalJson.readTicketEvent(golden.toString().getBytes(StandardCharsets.UTF_8));
            assertKept("", golden, JSON.readTree(CanonicalJson.write(event)));
        });
    }

    @TestFactory
    Stream<DynamicTest> still_describes_golden_events_by_the_schema() {
        return files(file -> assertThat(SchemaTest.errors("ticket-event", JSON.readTree(ContractFiles.read(file))))
                .isEmpty());
    }

    /** Every value of the old event is in the new one; the new one may have more. */
    private static void assertKept(String path, JsonNode old, JsonNode now) {
        if (!old.isContainerNode()) {
            assertThat(now).as(path).isEqualTo(old);
        }
        old.properties()
                .forEach(field -> assertKept(path + "/" + field.getKey(), field.getValue(), now.path(field.getKey())));
        if (old.isArray()) {
            assertThat(now.size()).as(path).isEqualTo(old.size());
            for (var i = 0; i < old.size(); i++) {
                assertKept(path + "/" + i, old.get(i), now.path(i));
            }
        }
    }

    private interface Check {
        void of(Path file) throws Exception;
    }

    private static Stream<DynamicTest> files(Check check) {
        return ContractFiles.list(ContractFiles.golden()).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.of(file)));
    }
}
