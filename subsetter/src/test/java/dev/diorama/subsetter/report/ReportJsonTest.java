package dev.diorama.subsetter.report;

import dev.diorama.subsetter.testing.Golden;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
    @Test
    void saysEverythingInFieldsThatStay() {
        Golden.assertMatches(ReportJsonTest.class, "bookshop.json", ReportJson.write(Reports.bookshop()));
    }

    @Test
    void saysOfAPlanWhatOneCanSay() {
        Golden.assertMatches(ReportJsonTest.class, "plan.json", ReportJson.write(Reports.plannedBookshop()));
    }
}
