package dev.diorama.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One template, read from the module's resources. */
record Template(String name, Section content) {
    private static final String FOLDER = "/META-INF/diorama/templates/";

    static List<String> index() {
        return resource("index").lines().toList();
    }

    static Template named(String name) {
        Load yaml = new Load(LoadSettings.builder().setLabel(name).build());
        return new Template(name, Section.of(name, yaml.loadFromString(resource(name + ".yml"))));
    }

    Section stack() {
        return content.section("stack");
    }

    Section services() {
        return stack().section("services");
    }

    private static String resource(String file) {
        try (InputStream resource = Template.class.getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
