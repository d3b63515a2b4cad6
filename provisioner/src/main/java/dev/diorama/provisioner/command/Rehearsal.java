package dev.diorama.provisioner.command;

import dev.diorama.subsetter.command.SubsetCommand;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.postgresql.Driver;

/**
 * Does what commands do, as far as that needs neither a server nor a database, so that the JVM can keep an archive of the
 * classes that they load: half of a short command's time. The launcher runs it once after each build.
 */
final class Rehearsal {
    private static final String NO_SERVER = "127.0.0.1:9";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        // Few of these stay unused by a sample, in which what connects and copies comes after what fails here.
        load(SubsetCommand.class);
        load(Driver.class);
        ask();
        run();
    }

    /** Runs commands that end where a server would be, and gives their exit codes. */
    static List<Integer> run() {
        return Stream.of(
                        List.of("list", "--server", "http://" + NO_SERVER),
                        List.of(
                                "subset",
                                "--source",
                                "postgresql://" + NO_SERVER + "/a",
                                "--target",
                                "postgresql:///b"))
                .map(command -> Diorama.commandLine().execute(command.toArray(String[]::new)))
                .toList();
    }

    /** Loads all classes that lie in one jar. */
    private static void load(Class<?> member) throws IOException, URISyntaxException {
        URI place = member.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (!Files.isRegularFile(Path.of(place))) {
            return;
        }
        try (JarFile jar = new JarFile(Path.of(place).toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(Rehearsal::loadIfPossible);
        }
    }

    private static void loadIfPossible(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // It needs a library that is not there, and nobody uses it.
        }
    }

    /** Lets jOOQ write a query and read its result. */
    static List<Long> ask() {
        Field<Long> number = DSL.field("number", Long.class);
        Field<String[]> texts = DSL.field("texts", String[].class);
        MockConnection nowhere = new MockConnection(call -> {
            var result = DSL.using(SQLDialect.POSTGRES).newResult(number, texts);
            Record2<Long, String[]> row = DSL.using(SQLDialect.POSTGRES).newRecord(number, texts);
            result.add(row.values(1L, new String[] {"a"}));
            return new MockResult[] {new MockResult(1, result)};
        });
        return DSL.using(nowhere, SQLDialect.POSTGRES)
                .resultQuery(
                        "SELECT {0}, {1} FROM {2}",
                        DSL.quotedName("a"), DSL.val(new Long[] {1L}), DSL.quotedName("b", "c"))
                .fetch(row -> row.get("number", Long.class));
    }
}
