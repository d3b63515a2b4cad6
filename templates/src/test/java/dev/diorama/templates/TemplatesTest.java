package dev.diorama.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template. */
class TemplatesTest {
    static Stream<Template> templates() {
        return Template.index().stream().map(Template::named);
    }

    @Test
    void indexNamesEveryTemplate() throws IOException {
        Path folder = Path.of("src/main/resources/META-INF/diorama/templates");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yml")))
                    .containsExactlyInAnyOrderElementsOf(
                            Template.index().stream().map(name -> name + ".yml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasTheKeysThatDioramaReads(Template template) {
        Section content = template.content();
        assertThat(content.keys()).containsExactlyInAnyOrder("template", "description", "detect", "stack");
        assertThat(content.text("template")).isEqualTo(template.name());
        assertThat(content.text("description")).isNotBlank();
        assertThat(content.section("detect").list("files")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void saysHowItsServicesAreBuiltRunAndProbed(Template template) {
        assertThat(template.stack().keys()).containsExactlyInAnyOrder("build", "services");
        assertThat(template.stack().text("build")).isNotBlank();
        assertThat(template.services().keys()).isNotEmpty().allSatisfy(service -> {
            Section values = template.services().section(service);
            assertThat(values.keys()).containsExactlyInAnyOrder("run", "health");
            assertThat(values.text("run")).isNotBlank();
            assertThat(values.text("health")).startsWith("/");
        });
    }
}
