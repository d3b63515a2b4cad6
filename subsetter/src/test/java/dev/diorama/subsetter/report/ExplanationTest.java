package dev.diorama.subsetter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static ConnectionUrl source;

    @BeforeAll
    static void makeAShop() {
        source = Server.database(
                """
                CREATE TABLE shelf (id int PRIMARY KEY, open boolean);
                CREATE TABLE book (id int PRIMARY KEY, shelf_id int NOT NULL REFERENCES shelf);
                CREATE TABLE copy (id int PRIMARY KEY, book_id int NOT NULL REFERENCES book);
                INSERT INTO shelf SELECT i, i > 20 FROM generate_series(1, 200) i;
                INSERT INTO book SELECT i, 1 + i % 20 FROM generate_series(1, 500) i;
                INSERT INTO copy SELECT i, 1 + i % 500 FROM generate_series(1, 1000) i;
                """);
    }

    @Test
    void namesTheKeyByWhichATableThatShallBeEmptyIsNeeded() {
        Sample sample = Samples.of(source, "sample: {law: {rows: 5}, tables: {book: none}}", 1);

        assertThat(sample.table("book").why())
                .contains(
                        "5 rows over the target: rows of \"copy\" need 5 of these by foreign key \"copy_book_id_fkey\", copy(book_id) → book");
    }

    @Test
    void speaksOfOneRow() {
        Sample sample = Samples.of(source, "sample: {law: none, tables: {copy: {rows: 1}}}", 1);

        assertThat(sample.table("book").why())
                .contains(
                        "1 row over the target: rows of \"copy\" need 1 of these by foreign key \"copy_book_id_fkey\", copy(book_id) → book");
    }

    @Test
    void namesRowsThatAreAlwaysKept() {
        Sample sample = Samples.of(
                source, "sample: {tables: {shelf: {rows: 5, always: [id <= 9]}, book: {rows: 5}, copy: none}}", 1);

        assertThat(sample.table("shelf").why())
                .contains("4 rows over the target: these are always in the sample, or hang on rows that are");
    }

    @Test
    void namesTheConditionThatLeavesNoRowToReferTo() {
        Sample sample = Samples.of(source, "sample: {tables: {shelf: {where: open}}}", 1);

        assertThat(sample.table("copy").why())
                .contains(
                        "77 rows under the target: each further row needs rows of \"shelf\" that where: leaves out, by foreign key \"copy_book_id_fkey\", copy(book_id) → book");
    }
}
