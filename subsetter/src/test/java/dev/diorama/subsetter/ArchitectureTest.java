package dev.diorama.subsetter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.diorama.subsetter");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.diorama.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theLibraryIsPlainJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.springframework..", "dev.diorama.provisioner..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void lawsAndOrdersAskNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("..sizing", "..yaml", "..configuration", "..report")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.postgresql..", "dev.diorama.subsetter.connection..")
                .check(CLASSES);
    }
}
