package dev.diorama.provisioner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diorama");

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("dev.diorama.provisioner.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void decidesWithoutEffects() {
        classes()
                .that()
                .resideInAPackage("dev.diorama.provisioner.environment")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.diorama.provisioner.environment")
                .andShould()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void keepsTheSubsetterIgnorantOfEnvironments() {
        noClasses()
                .that()
                .resideInAPackage("dev.diorama.subsetter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.diorama.provisioner..", "io.vertx..", "io.quarkus..", "jakarta.ws..")
                .check(CLASSES);
    }

    @Test
    void knowsNeitherGitHubNorItsServer() {
        noClasses()
                .that()
                .resideInAPackage("dev.diorama.provisioner..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.diorama.githubapp..", "io.quarkus..", "org.kohsuke..")
                .check(CLASSES);
    }

    @Test
    void keepsJooqInsideTheStateAndTheStagingServer() {
        noClasses()
                .that()
                .resideInAPackage("dev.diorama.provisioner..")
                .and()
                .resideOutsideOfPackages("dev.diorama.provisioner.state..", "dev.diorama.provisioner.staging..")
                .and()
                // It touches the classes that the launcher's class archive is to hold, and asks no database.
                .doNotHaveSimpleName("Rehearsal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .check(CLASSES);
    }
}
