package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract is able to fail: for each defect, its test does. */
class ContractNoticesTest {

    @Test
    void a_sound_connector_passes() {
        var results = run(Defect.NONE);

        assertThat(failedTests(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_defect_is_noticed(Defect defect) {
        assertThat(failedTests(run(defect))).contains(defect.noticedBy());
    }

    private static EngineExecutionResults run(Defect defect) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FakeContractTest.class))
                .configurationParameter(ChosenDefect.PARAMETER, defect.name())
                .execute();
    }

    private static Set<String> failedTests(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getUniqueId)
                .map(ContractNoticesTest::method)
                .collect(Collectors.toSet());
    }

    private static String method(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment ->
                        segment.getType().equals("method") || segment.getType().equals("test-factory"))
                .map(segment -> segment.getValue().replaceFirst("\\(.*", ""))
                .findFirst()
                .orElseThrow();
    }
}
