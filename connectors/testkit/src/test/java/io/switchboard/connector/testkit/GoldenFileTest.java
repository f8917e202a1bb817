package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenFileTest {

    @BeforeEach
    void compare_golden_files() {
        assumeTrue(System.getProperty("golden.accept").equals("false"), "a defect is not to be accepted");
    }

    @Test
    void fails_when_the_file_says_something_else() {
        var file = GoldenFile.of(getClass(), "deliveries/handshake.json");

        assertThatThrownBy(() -> file.verify("{}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void fails_when_there_is_no_file() {
        assertThatThrownBy(
                        () -> GoldenFile.of(getClass(), "deliveries/none.json").verify("{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("none.json is missing");
    }

    @Test
    void lists_files_by_name() {
        assertThat(GoldenFile.list(getClass(), "deliveries", ".http"))
                .extracting(file -> file.getFileName().toString())
                .startsWith("batch-broken.http", "batch.http");
        assertThat(GoldenFile.list(getClass(), "no-such-folder", ".http")).isEmpty();
    }
}
