package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Looks at one table. For one thread. */
final class TableScan {
    private final Table table;
    private final Context context;
    private final Proposals proposals;
    private final List<Look> looks;

    TableScan(Table table, Proposals proposals) {
        this.table = table;
        this.context = Context.of(table);
        this.proposals = proposals;
        // What PostgreSQL computes from columns that are masked is masked with them.
        this.looks = table.columns().stream()
                .filter(column -> !column.generated())
                .map(this::look)
                .filter(Look::isWorthwhile)
                .toList();
    }

    /** What is known of a column. */
    private record Look(
            Column column, ColumnType type, Meaning meaning, Subject subject, Profile profile, Documents documents) {
        boolean isWorthwhile() {
            return type.isTelling() || meaning.category().filter(type::mayBe).isPresent();
        }

        void add(String text) {
            if (type == ColumnType.JSON && !ColumnType.isArray(column.type())) {
                documents.add(text);
            } else if (ColumnType.isArray(column.type())) {
                Documents.elements(text, profile::add);
            } else {
                profile.add(text);
            }
        }
    }

    private Look look(Column column) {
        ColumnType type = ColumnType.of(column.type());
        Meaning meaning = meaning(column, type);
        Subject own = Vocabulary.WORDS.subject(column.name());
        return new Look(
                column,
                type,
                meaning,
                context.of(meaning),
                new Profile(meaning.of(context.of(meaning))),
                new Documents(meaning, own == Subject.UNKNOWN ? unknownIfThing(context.subject()) : own));
    }

    /** A document among things may still be about somebody. */
    private static Subject unknownIfThing(Subject subject) {
        return subject == Subject.THING ? Subject.UNKNOWN : subject;
    }

    private Meaning meaning(Column column, ColumnType type) {
        Meaning named = Vocabulary.WORDS.meaning(column.name());
        if (context.subject() == Subject.SESSION && SessionColumns.contain(column.name(), type)) {
            return new Meaning(Optional.of(Category.SESSION), Meaning.Place.ANYWHERE, Subject.SESSION);
        }
        boolean companysName = named.category().equals(Optional.of(Category.FULL_NAME))
                && named.place() == Meaning.Place.PERSON
                && context.of(named) == Subject.ORGANISATION;
        Meaning fitting = companysName
                ? new Meaning(Optional.of(Category.COMPANY), Meaning.Place.ADDRESS, Subject.ORGANISATION)
                : context.amongNames(named);
        return fitting.category().filter(category -> !type.mayBe(category)).isPresent() ? Meaning.NOTHING : fitting;
    }

    List<Finding> findings(Session source, SampleQuery.Encoding encoding) {
        List<Look> read = looks.stream().filter(look -> look.type().isRead()).toList();
        if (!read.isEmpty()) {
            List<Column> columns = read.stream().map(Look::column).toList();
            for (Record row : new SampleQuery(table, columns, encoding).fetch(source)) {
                for (int i = 0; i < read.size(); i++) {
                    String text = row.get(i, String.class);
                    if (text != null) {
                        read.get(i).add(text);
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        looks.forEach(look -> add(look, findings));
        return findings;
    }

    private void add(Look look, List<Finding> findings) {
        Optional<Verdict> whole = whole(look);
        whole.ifPresent(verdict -> findings.add(finding(look, verdict)));
        if (look.type() == ColumnType.JSON && whole.isEmpty()) {
            look.documents().places().keySet().forEach(path -> look.documents()
                    .judge(path)
                    .verdict()
                    .ifPresent(verdict -> findings.add(
                            Documents.isNamed(path) ? within(look, path, verdict) : finding(look, verdict))));
        }
    }

    private Finding within(Look look, String path, Verdict verdict) {
        return new Finding(
                table.name(),
                look.column().name(),
                Optional.of(path),
                verdict.category(),
                verdict.confidence(),
                verdict.reason(),
                Proposals.ofText(verdict.category()));
    }

    private Optional<Verdict> whole(Look look) {
        return switch (look.type()) {
            case TEXT, NUMBER, OTHER -> new Judge(look.meaning(), look.subject(), look.profile()).verdict();
            case INET, MAC -> byType(look);
            case DATE, UUID, BYTES -> byName(look);
            case JSON -> byName(look).or(() -> keys(look.documents().keys()));
            case NOTHING -> Optional.empty();
        };
    }

    private static Optional<Verdict> byName(Look look) {
        return look.meaning()
                .of(look.subject())
                .map(category -> new Verdict(
                        category,
                        category.isCredential() || category == Category.BIRTH_DATE
                                ? Confidence.HIGH
                                : Confidence.MEDIUM,
                        "its name says so"));
    }

    private static Optional<Verdict> byType(Look look) {
        Category category = look.type() == ColumnType.INET ? Category.IP : Category.MAC;
        return Optional.of(
                look.meaning().category().isPresent()
                        ? new Verdict(category, Confidence.HIGH, "its type and its name say so")
                        : new Verdict(category, Confidence.MEDIUM, "its type says so"));
    }

    private static Optional<Verdict> keys(Profile keys) {
        return keys.are(Category.EMAIL) == 0
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Category.FREE_TEXT,
                        Confidence.MEDIUM,
                        "e-mail addresses are keys in its documents, which no path can name"));
    }

    private Finding finding(Look look, Verdict found) {
        boolean published = found.category().isName()
                && Vocabulary.WORDS.isPublished(
                        table.name().table(), look.column().name());
        Verdict verdict = published ? found.ofPublishedPersons() : found;
        return new Finding(
                table.name(),
                look.column().name(),
                Optional.empty(),
                verdict.category(),
                verdict.confidence(),
                verdict.reason(),
                proposals.of(table, look.column(), verdict.category()));
    }
}
