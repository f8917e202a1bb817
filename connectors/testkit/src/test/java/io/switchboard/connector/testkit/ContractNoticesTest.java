package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract is able to fail: for each defect, its test does. */
class ContractNoticesTest {

    @BeforeAll
    static void compare_golden_files() {
        assumeTrue(System.getProperty("golden.accept").equals("false"), "a defect is not to be accepted");
    }

    @Test
    void a_sound_connector_passes() {
        var results = run(Defect.NONE, selectClass(FakeContractTest.class));

        assertThat(failedTests(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_defect_is_noticed(Defect defect) {
        var results = run(defect, selectMethod(FakeContractTest.class, defect.noticedBy()));

        assertThat(failedTests(results)).containsExactly(defect.noticedBy());
    }

    private static EngineExecutionResults run(Defect defect, DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
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
