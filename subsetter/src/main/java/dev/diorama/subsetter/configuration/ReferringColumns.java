package dev.diorama.subsetter.configuration;

import java.util.List;

/** Where in a row the keys of the rows stand that it refers to. Immutable. */
public sealed interface ReferringColumns {
    /** The columns of the row that are read. */
    List<String> names();

    /** How many values make up a key. */
    default int width() {
        return 1;
    }

    /**
     * A column for each of the key's; a row of which any is null refers to nothing.
     *
     * @param names the columns
     */
    record Columns(List<String> names) implements ReferringColumns {
        public Columns {
            names = List.copyOf(names);
        }

        @Override
        public int width() {
            return names.size();
        }

        @Override
        public String toString() {
            return String.join(", ", names);
        }
    }

    /**
     * An array with a key in each element; null elements refer to nothing.
     *
     * @param column the array's column
     */
    record Elements(String column) implements ReferringColumns {
        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public String toString() {
            return column + "[]";
        }
    }

    /**
     * Every value that a path finds in a document is a key; null and what is not there refer to nothing.
     *
     * @param column a column of type {@code json} or {@code jsonb}
     * @param path the path
     * @see <a href="https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-SQLJSON-PATH">SQL/JSON path
     *     language</a>
     */
    record JsonPath(String column, String path) implements ReferringColumns {
        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public String toString() {
            return column + ' ' + path;
        }
    }
}
