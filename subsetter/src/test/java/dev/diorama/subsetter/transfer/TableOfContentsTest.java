package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableOfContentsTest {
    private static final TableOfContents CONTENTS = new TableOfContents(List.of(
            ";     Archive created at 2026-11-20 10:00:00 UTC",
            "4822; 0 0 USER MAPPING - USER MAPPING postgres SERVER elsewhere postgres",
            "219; 1259 16500 TABLE public EVENT TRIGGER postgres",
            "4776; 3256 26163 POLICY code secret own postgres",
            "4777; 3256 261630 POLICY code secret owner postgres",
            "4872; 0 0 COMMENT code POLICY own ON secret postgres",
            "4873; 0 0 COMMENT code POLICY owner ON secret postgres",
            "4358; 3466 26157 EVENT TRIGGER - no_ddl postgres",
            "4874; 0 0 COMMENT - EVENT TRIGGER no_ddl postgres"));

    @Test
    void keepsUserMappingsOutAndEventTriggersForLater() {
        assertThat(CONTENTS.schema(List.of()))
                .containsExactly(
                        ";     Archive created at 2026-11-20 10:00:00 UTC",
                        "219; 1259 16500 TABLE public EVENT TRIGGER postgres",
                        "4776; 3256 26163 POLICY code secret own postgres",
                        "4777; 3256 261630 POLICY code secret owner postgres",
                        "4872; 0 0 COMMENT code POLICY own ON secret postgres",
                        "4873; 0 0 COMMENT code POLICY owner ON secret postgres");
        assertThat(CONTENTS.eventTriggers())
                .containsExactly(
                        "4358; 3466 26157 EVENT TRIGGER - no_ddl postgres",
                        "4874; 0 0 COMMENT - EVENT TRIGGER no_ddl postgres");
        assertThat(CONTENTS.hasUserMappings()).isTrue();
    }

    @Test
    void leavesOutAPolicyAndItsCommentAndNoOther() {
        RolePolicy own = new RolePolicy(
                new ObjectName("policy", "own on code.secret"),
                List.of("nobody"),
                new TableName("code", "secret"),
                new RolePolicy.Definition("own", "PERMISSIVE", "ALL", Optional.empty(), Optional.empty()),
                Optional.of("mine"),
                "3256 26163 POLICY ",
                "COMMENT code POLICY own ON secret ");

        assertThat(CONTENTS.schema(List.of(own)))
                .containsExactly(
                        ";     Archive created at 2026-11-20 10:00:00 UTC",
                        "219; 1259 16500 TABLE public EVENT TRIGGER postgres",
                        "4777; 3256 261630 POLICY code secret owner postgres",
                        "4873; 0 0 COMMENT code POLICY owner ON secret postgres");
    }

    @Test
    void makesEverythingAtOnceWithoutPartitions() {
        List<String> lines = List.of(
                "3455; 2606 33798 CONSTRAINT public t10 t10_pkey postgres",
                "3534; 2606 34041 FK CONSTRAINT public t10 fk42 postgres");

        assertThat(new TableOfContents(lines).afterRows(List.of(), 4))
                .containsExactly(new TableOfContents.Step(lines, 4));
    }

    @Test
    void attachesIndexesOfPartitionsBetweenIndexesAndForeignKeys() {
        TableOfContents contents = new TableOfContents(List.of(
                "3455; 2606 33798 CONSTRAINT public t10 t10_pkey postgres",
                "3456; 1259 33894 INDEX public FK CONSTRAINT postgres",
                "3515; 0 0 INDEX ATTACH public t10_p0_pkey postgres",
                "3534; 2606 34041 FK CONSTRAINT public t10 fk42 postgres",
                "3600; 0 0 COMMENT public CONSTRAINT fk42 ON t10 postgres",
                "3601; 0 0 COMMENT public TABLE CONSTRAINT postgres"));

        assertThat(contents.afterRows(List.of(), 4))
                .containsExactly(
                        new TableOfContents.Step(
                                List.of(
                                        "3455; 2606 33798 CONSTRAINT public t10 t10_pkey postgres",
                                        "3456; 1259 33894 INDEX public FK CONSTRAINT postgres",
                                        "3601; 0 0 COMMENT public TABLE CONSTRAINT postgres"),
                                4),
                        new TableOfContents.Step(List.of("3515; 0 0 INDEX ATTACH public t10_p0_pkey postgres"), 1),
                        new TableOfContents.Step(
                                List.of(
                                        "3534; 2606 34041 FK CONSTRAINT public t10 fk42 postgres",
                                        "3600; 0 0 COMMENT public CONSTRAINT fk42 ON t10 postgres"),
                                4));
    }

    @Test
    void waitsForForeignKeysWithCommentsOnThoseOfASchemaWithABlankInItsName() {
        TableOfContents contents = new TableOfContents(List.of(
                "3515; 0 0 INDEX ATTACH my sales t10_p0_pkey postgres",
                "3534; 2606 34041 FK CONSTRAINT my sales t10 fk42 postgres",
                "3600; 0 0 COMMENT my sales CONSTRAINT fk42 ON t10 postgres"));

        assertThat(contents.afterRows(List.of(), 4).getLast())
                .isEqualTo(new TableOfContents.Step(
                        List.of(
                                "3534; 2606 34041 FK CONSTRAINT my sales t10 fk42 postgres",
                                "3600; 0 0 COMMENT my sales CONSTRAINT fk42 ON t10 postgres"),
                        4));
    }
}
