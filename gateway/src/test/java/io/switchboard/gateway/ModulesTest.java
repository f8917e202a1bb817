package io.switchboard.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the gateway. */
class ModulesTest {

    @Test
    void modules_use_only_what_others_show_and_no_circle() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }

    @Test
    void time_is_injected() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.switchboard.gateway");

        noClasses().should().callMethod(Instant.class, "now").check(classes);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
    }
}
