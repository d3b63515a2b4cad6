package dev.diorama.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command as people run it, through its launcher and with the start of its JVM.
 *
 * @param home the folder with the launcher, whose program is built
 * @param heap the largest heap that the JVM may have, as in -Xmx; the JVM's own choice if empty
 */
record DioramaCommand(Path home, Optional<String> heap) implements Way {
    @Override
    public String label() {
        return "`diorama subset`" + heap.map(" in a heap of "::concat).orElse("");
    }

    @Override
    public long go(Database source, Database target) {
        return launch(
                "subset",
                "--source",
                source.url().withPassword(),
                "--target",
                target.url().withPassword());
    }

    /** Lets the launcher make what it makes once only: the archive of classes. */
    void prepare() {
        launch("--version");
    }

    private long launch(String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of("DIORAMA_NO_BUILD", "1"));
        heap.ifPresent(size -> environment.put("JDK_JAVA_OPTIONS", "-Xmx" + size));
        return ProgramRun.run(
                Stream.concat(Stream.of(home.resolve("diorama").toString()), Stream.of(arguments))
                        .toList(),
                environment);
    }
}
