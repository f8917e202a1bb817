package io.switchboard.sandbox.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.switchboard.sandbox.desk.contract",
                    "io.switchboard.sandbox.desk.core",
                    "io.switchboard.sandbox.desk.page");

    @Test
    void the_miniature_core_knows_the_hub_from_outside_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.switchboard.canonical..",
                        "io.switchboard.connector..",
                        "io.switchboard.gateway..",
                        "io.switchboard.sandbox.infrastructure..",
                        "io.switchboard.sandbox.platforms..")
                .check(classes);
    }

    @Test
    void the_page_knows_the_core_and_the_core_the_contract() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("contract")
                .definedBy("io.switchboard.sandbox.desk.contract")
                .layer("core")
                .definedBy("io.switchboard.sandbox.desk.core")
                .layer("page")
                .definedBy("io.switchboard.sandbox.desk.page")
                .whereLayer("page")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("page")
                .check(classes);
    }
}
