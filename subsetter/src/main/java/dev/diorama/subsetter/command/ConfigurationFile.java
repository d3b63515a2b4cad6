package dev.diorama.subsetter.command;

import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the file that --config names. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("The configuration file \"%s\" does not exist".formatted(file));
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("The configuration file \"%s\" is not UTF-8 text".formatted(file));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The configuration file \"%s\" cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
