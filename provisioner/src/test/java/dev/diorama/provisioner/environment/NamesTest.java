package dev.diorama.provisioner.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void readsBackWhatItNamed() {
        assertThat(Names.environmentOfClone(Names.clone(12))).hasValue(12);
        assertThat(Names.numberOfLabel("pr-15")).hasValue(15);
        assertThat(Names.host("Bookshop", 1, "localhost")).isEqualTo("pr-1.bookshop.localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"diorama_clone_", "diorama_clone_0", "diorama_clone_1x", "xdiorama_clone_1", "diorama_state"})
    void claimsNothingThatItDidNotName(String name) {
        assertThat(Names.environmentOfClone(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pr-", "pr-0", "pr-01", "pr-1234567890", "www", "xpr-1"})
    void takesNoOtherLabelForAPullRequest(String label) {
        assertThat(Names.numberOfLabel(label)).isEmpty();
    }
}
