package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * How rows travel from COPY to COPY. Text in the encoding that both databases have is never converted; the binary form is
 * faster, but its texts are always in the client's encoding.
 *
 * @param kind text or binary
 * @param encoding the encoding of both databases
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4">binary format</a>
 */
record CopyForm(Kind kind, String encoding) {
    private static final String OF_CLIENTS = "UTF8";
    /** A database that does not know what characters its bytes are can make no others of them. */
    private static final String UNKNOWN = "SQL_ASCII";

    /** The two forms. */
    enum Kind {
        TEXT,
        BINARY
    }

    /** The fastest form in which a table's rows arrive as they were. */
    static CopyForm of(Table table, Agreement agreement) {
        boolean binary = agreement.sameVersion()
                && agreement.encoding().equals(OF_CLIENTS)
                && table.columns().stream().allMatch(Column::portable);
        return new CopyForm(binary ? Kind.BINARY : Kind.TEXT, agreement.encoding());
    }

    /** The form in which values can be replaced. */
    static CopyForm ofMasked(Agreement agreement) {
        return new CopyForm(Kind.TEXT, agreement.encoding().equals(UNKNOWN) ? UNKNOWN : OF_CLIENTS);
    }

    SQL sql() {
        return switch (kind) {
            case TEXT -> DSL.sql("(FORMAT text, ENCODING {0})", DSL.inline(encoding));
            case BINARY -> DSL.sql("(FORMAT binary)");
        };
    }

    /**
     * What two databases have in common.
     *
     * @param sameVersion whether their servers are of one major version
     * @param encoding how both of them write text
     * @param searchPath where functions find what they name, which checks and generated columns may call
     */
    record Agreement(boolean sameVersion, String encoding, String searchPath) {
        static Agreement read(Session source, boolean sameVersion) {
            String encoding = source.sql()
                    .resultQuery("SELECT getdatabaseencoding()")
                    .fetchSingle()
                    .get(0, String.class);
            return new Agreement(
                    sameVersion, encoding, DatabaseSettings.read(source).searchPath());
        }

        void prepare(Session target) {
            target.sql().fetch("SELECT set_config('search_path', {0}, false)", DSL.inline(searchPath));
        }
    }
}
