package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.yaml.YamlPosition;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.Optional;

/**
 * A condition in SQL on the columns of one table, which a person wrote. It is known to stay inside parentheses that are
 * put around it; whether PostgreSQL can make sense of it, only PostgreSQL knows.
 *
 * @param sql the condition as it is written, without the word WHERE
 * @param position where it is said
 */
public record SqlPredicate(String sql, YamlPosition position) {
    static Optional<SqlPredicate> read(YamlValue value) {
        return read(value, "condition");
    }

    /** Reads an expression of any type, of which the same is known. */
    static Optional<SqlPredicate> expression(YamlValue value) {
        return read(value, "expression");
    }

    private static Optional<SqlPredicate> read(YamlValue value, String what) {
        Optional<String> sql = value.text();
        Optional<String> problem = sql.flatMap(text -> new SqlPredicateLexer(text).problem());
        if (problem.isPresent()) {
            value.error("\"%s\" must be one SQL %s: %s".formatted(value.path(), what, problem.get()));
            return Optional.empty();
        }
        return sql.map(text -> new SqlPredicate(text.strip(), value.position()));
    }
}
