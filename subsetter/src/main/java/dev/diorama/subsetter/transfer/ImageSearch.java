package dev.diorama.subsetter.transfer;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Looks for the tools in an image of a Docker Engine, which fetches it if it does not have it.
 *
 * @param environment leads to the command line of the engine by PATH, and to images by {@link #IMAGE_VARIABLE}
 * @param notices told before the image is used, since fetching it may take a while
 */
record ImageSearch(Map<String, String> environment, Consumer<String> notices) {
    /** Names images without their tag, which is the server's major version. */
    static final String IMAGE_VARIABLE = "DIORAMA_POSTGRES_IMAGE";

    private static final String OFFICIAL_IMAGE = "postgres";
    private static final int SECONDS_FOR_AN_ANSWER = 20;
    private static final int SECONDS_TO_FETCH = 600;

    /** What came of it. */
    sealed interface Result {}

    /** The tools. */
    record Found(ImageTools tools) implements Result {}

    /** Why there are none, as a part of a sentence. */
    record Nothing(String why) implements Result {}

    /** The image for a server's version. */
    String image(int serverMajor) {
        return "%s:%d".formatted(environment.getOrDefault(IMAGE_VARIABLE, OFFICIAL_IMAGE), serverMajor);
    }

    Result tools(int serverMajor) {
        Optional<Path> docker = docker();
        if (docker.isEmpty()
                || !run(SECONDS_FOR_AN_ANSWER, docker.get().toString(), "version")
                        .succeeded()) {
            return new Nothing("no Docker Engine answers that could bring them");
        }
        String image = image(serverMajor);
        notices.accept("no pg_dump of PostgreSQL %d or later on this machine: using the one in the image %s"
                .formatted(serverMajor, image));
        Output version = run(
                SECONDS_TO_FETCH, docker.get().toString(), "run", "--rm", "--entrypoint=pg_dump", image, "--version");
        Matcher matcher = LocalTools.VERSION.matcher(version.text());
        if (!version.succeeded() || !matcher.find()) {
            return new Nothing("the image %s could not be run: %s".formatted(image, version.lastLine()));
        }
        int major = Integer.parseInt(matcher.group(1));
        return major >= serverMajor
                ? new Found(new ImageTools(docker.get(), image, major))
                : new Nothing("the image %s has only version %d".formatted(image, major));
    }

    private Optional<Path> docker() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, "docker"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Output(boolean succeeded, String text) {
        String lastLine() {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((earlier, later) -> later)
                    .orElse("it said nothing");
        }
    }

    /** Into a file, so that a program which neither ends nor says anything is not waited for. */
    private static Output run(int seconds, String... command) {
        try {
            Path output = Files.createTempFile("diorama-docker-", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
                process.destroyForcibly();
                String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                return ended
                        ? new Output(process.exitValue() == 0, text)
                        : new Output(false, "no answer within %d s".formatted(seconds));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Output(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Output(false, "interrupted");
        }
    }
}
