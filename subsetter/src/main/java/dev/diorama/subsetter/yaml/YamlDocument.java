package dev.diorama.subsetter.yaml;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML file. Ask {@link #root()} for the keys that the file may have, then {@link #finish()}: it throws one {@link
 * ConfigurationException} with everything that was wrong, keys that nobody asked for included. While reading, a wrong
 * or missing value is recorded and a harmless one stands in for it, so that one run finds every error. Not safe for use
 * by several threads.
 */
public final class YamlDocument {
    /** Far more than thousands of tables need. The parser's time grows faster than the length of a value. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final YamlErrors errors;
    private final YamlMapping root;

    private YamlDocument(YamlErrors errors, YamlMapping root) {
        this.errors = errors;
        this.root = root;
    }

    /**
     * Reads the one document in {@code text}; an empty text is an empty mapping.
     *
     * @param fileName what messages call the file
     * @throws ConfigurationException where the text is not YAML, too long or too deep
     */
    public static YamlDocument parse(String fileName, String text) {
        YamlPosition start = new YamlPosition(fileName, 1, 1);
        if (text.length() > MOST_CHARACTERS) {
            throw new ConfigurationException("%s: The file has more than %,d characters: is it the right one?"
                    .formatted(fileName, MOST_CHARACTERS));
        }
        YamlErrors errors = new YamlErrors();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(fileName)
                .setSchema(new CoreSchema())
                .build();
        try {
            YamlMapping root = new Compose(settings)
                    .composeString(text)
                    .map(node -> mapping(errors, start, node))
                    .orElseGet(() -> YamlMapping.empty(errors, start, ""));
            return new YamlDocument(errors, root);
        } catch (MarkedYamlEngineException e) {
            YamlPosition position = e.getProblemMark()
                    .map(mark -> YamlPosition.of(fileName, mark))
                    .orElse(start);
            throw new ConfigurationException(
                    List.of(position + ": This is not valid YAML: " + firstLine(String.valueOf(e.getProblem()))));
        } catch (YamlEngineException e) {
            throw new ConfigurationException(
                    List.of(start + ": This is not valid YAML: " + firstLine(String.valueOf(e.getMessage()))));
        } catch (StackOverflowError e) {
            throw new ConfigurationException(List.of(start + ": Values are nested too deeply"));
        }
    }

    /** The outermost mapping. A file that holds something else is an error, and empty here. */
    public YamlMapping root() {
        return root;
    }

    /**
     * Call it when everything was asked for.
     *
     * @throws ConfigurationException with every error found, unknown keys included, if there is any
     */
    public void finish() {
        root.reportUnknownKeys();
        errors.throwIfAny();
    }

    private static YamlMapping mapping(YamlErrors errors, YamlPosition start, Node node) {
        YamlValue value = new YamlValue(errors, start.file(), "", node);
        return value.mapping().orElseGet(() -> YamlMapping.empty(errors, start, ""));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
