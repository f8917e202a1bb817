package io.switchboard.sandbox.bench.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {

    @Test
    void leaves_a_large_one_alone(@TempDir Path folder) throws IOException {
        assumeTrue(Files.getFileStore(folder).getTotalSpace() >= 1L << 30, "the build's own disk is a small one");

        assertThatThrownBy(() -> SmallDisk.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("less than");
    }
}
