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
}
