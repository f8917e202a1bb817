package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class CorporaTest {

    private static final String PROPERTY = "switchboard.corpora";

    private final String before = System.getProperty(PROPERTY, "");

    @AfterEach
    void restore() {
        System.setProperty(PROPERTY, before);
    }

    @Test
    void finds_a_folder(@TempDir Path root) throws Exception {
        var folder = Files.createDirectory(root.resolve("some"));
        System.setProperty(PROPERTY, root.toString());

        assertThat(Corpora.folder("some")).isEqualTo(folder);
    }

    @Test
    void skips_the_test_where_there_is_none(@TempDir Path root) {
        System.setProperty(PROPERTY, root.toString());
        assertThatThrownBy(() -> Corpora.folder("other"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("other");

        System.setProperty(PROPERTY, "");
        assertThatThrownBy(() -> Corpora.folder("other")).isInstanceOf(TestAbortedException.class);
    }
}
