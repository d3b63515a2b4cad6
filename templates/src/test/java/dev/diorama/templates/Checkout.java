package dev.diorama.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A repository's files in a folder, where commands run as the {@code process} engine runs them. */
record Checkout(Path folder) {
    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void executable(String path, String text) throws IOException {
        write(path, text);
        if (!folder.resolve(path).toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + path);
        }
    }

    void copy(Path source, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.copy(source, file);
    }

    /** Output and errors together go to {@link #log()}. */
    Process start(String command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    String log() throws IOException {
        return Files.readString(logFile());
    }

    private Path logFile() {
        return folder.resolve("command.log");
    }
}
