package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlPredicateLexerTest {
    private static final List<String> CONDITIONS = List.of(
            "true",
            "deleted_at IS NULL",
            "email LIKE '%@ours.example'",
            "name = 'it''s; -- no /* comment'",
            "\"we;ird \"\"col\" > (3 - -2) * (1)",
            "name = E'it\\'s; \\\\' AND (id < 3)",
            "name = e'a\n  b\\';c' OR id = 1",
            "name = $$;'(--$$ OR name = $tag$ $$ ; $tag$",
            "name = U&'d\\0061t\\+000061' AND date '2020-01-01' > seen",
            "name = 'back\\' AND id = ANY (ARRAY[1, 2, (3)])",
            "document ? 'key' AND document #>> '{a,b}' = 'c'",
            "odd$name = 1 AND naïve IS NOT NULL",
            "id IN (SELECT id FROM accounts WHERE tags[1] = 'vip')",
            "  id\n  = 1\n");

    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("", "it is empty");
        OTHERS.put(" \n\t", "it is empty");
        OTHERS.put("WHERE id = 1", "leave out the word WHERE");
        OTHERS.put("id = 1;", "a semicolon stands at character 7");
        OTHERS.put("true); DROP TABLE users", ") at character 5 closes nothing");
        OTHERS.put("true -- and so on", "a comment begins at character 6");
        OTHERS.put("true /* and so on */", "a comment begins at character 6");
        OTHERS.put("5 <--1", "a comment begins at character 4");
        OTHERS.put("id IN (1, 2", "( at character 7 is never closed");
        OTHERS.put("id = ANY (ARRAY[1)]", ") at character 18 closes nothing");
        OTHERS.put("tags[1", "[ at character 5 is never closed");
        OTHERS.put("name = 'it''s", "' at character 8 is never closed");
        OTHERS.put("name = 'a' = 'b", "' at character 14 is never closed");
        OTHERS.put("\"name = 1", "\" at character 1 is never closed");
        OTHERS.put("name = E'a\\'", "' at character 9 is never closed");
        OTHERS.put("name = E'a\\", "' at character 9 is never closed");
        OTHERS.put(
                "name = E'a'\n'b\\'; '",
                "the E'' string at character 8 goes on at character 13; write \\' for a quote in it");
        OTHERS.put(
                "name = E'a''b\\'; '",
                "the E'' string at character 8 goes on at character 12; write \\' for a quote in it");
        OTHERS.put("name = date'a\\'; '", "a semicolon stands at character 16");
        OTHERS.put("name = 'a\\'; SELECT '", "a semicolon stands at character 12");
        OTHERS.put("name = $$;", "the quote $$ at character 8 never ends");
        OTHERS.put("name = $a$;$A$", "the quote $a$ at character 8 never ends");
        OTHERS.put("a$b$ = 1; $b$", "a semicolon stands at character 9");
        OTHERS.put("id = $1", "a parameter stands at character 6");
        OTHERS.put("id = 1, name = 'a'", "a comma stands at character 7; join conditions with AND or OR");
        OTHERS.put("name = '\0'\0", "no text of PostgreSQL holds character 0");
    }

    @Test
    void takesWhatPostgresTakesForOneCondition() {
        ConnectionUrl database = Server.database(
                """
                CREATE TABLE accounts (id int, tags text[]);
                CREATE TABLE users (id int, name text, email text, "we;ird ""col" int, deleted_at date, seen date,
                                    document jsonb, odd$name int, naïve int, tags text[])""");
        for (String condition : CONDITIONS) {
            assertThat(new SqlPredicateLexer(condition).problem()).as(condition).isEmpty();
            assertThatCode(() -> Server.execute(database, "SELECT FROM users WHERE (" + condition + ")"))
                    .as(condition)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void saysWhatCannotBeOneCondition() {
        OTHERS.forEach((text, problem) ->
                assertThat(new SqlPredicateLexer(text).problem()).as(text).contains(problem));
    }
}
