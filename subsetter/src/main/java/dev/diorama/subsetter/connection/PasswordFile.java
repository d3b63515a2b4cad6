package dev.diorama.subsetter.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file in which people keep their passwords: lines of {@code host:port:database:user:password}, where {@code *}
 * stands for anything and a backslash takes the next character as it is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">the password file</a>
 */
record PasswordFile(List<String> lines) {
    static Optional<PasswordFile> of(Map<String, String> environment) {
        String named = environment.get("PGPASSFILE");
        Path path = named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".pgpass")
                : Path.of(named);
        try {
            return Files.isReadable(path) ? Optional.of(new PasswordFile(Files.readAllLines(path))) : Optional.empty();
        } catch (IOException e) {
            // A file that cannot be read is no file; the server will ask for the password and the error will say so.
            return Optional.empty();
        }
    }

    Optional<String> password(String host, int port, String database, String user) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() == 5)
                .filter(fields -> matches(fields.get(0), host)
                        && matches(fields.get(1), Integer.toString(port))
                        && matches(fields.get(2), database)
                        && matches(fields.get(3), user))
                .map(fields -> fields.get(4))
                .findFirst();
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (character == ':' && fields.size() < 4) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
