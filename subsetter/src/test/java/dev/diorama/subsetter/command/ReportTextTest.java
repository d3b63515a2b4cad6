package dev.diorama.subsetter.command;

import dev.diorama.subsetter.report.Reports;
import dev.diorama.subsetter.testing.Golden;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    @Test
    void saysWhatARunDid() {
        Golden.assertMatches(ReportTextTest.class, "bookshop.txt", ReportText.of(Reports.bookshop()));
    }

    @Test
    void saysWhatARunWouldDo() {
        Golden.assertMatches(ReportTextTest.class, "plan.txt", ReportText.of(Reports.plannedBookshop()));
    }

    @Test
    void namesTheMostRemarkableOfHundredsOfTables() {
        Golden.assertMatches(ReportTextTest.class, "hundreds.txt", ReportText.of(Reports.many(400)));
    }
}
