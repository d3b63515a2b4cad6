package dev.diorama.subsetter.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ForecasterTest {
    @Test
    void expectsTargetsWhereNothingRefersToAnything() {
        Plans plans = new Plans().table("a", 1_000).table("b", 1_000_000).table("empty", 0);

        assertThat(rows(plans, "a")).isCloseTo(77, within(0.1));
        assertThat(rows(plans, "b")).isCloseTo(10_000, within(1.0));
        assertThat(rows(plans, "empty")).isZero();
    }

    @Test
    void expectsChildrenOfChosenParentsToBeEnough() {
        Plans plans = new Plans()
                .table("customer", 10_000)
                .table("purchase", 1_000_000)
                .reference("purchase", "customer");

        assertThat(rows(plans, "customer")).isCloseTo(390, within(1.0));
        assertThat(rows(plans, "purchase")).isCloseTo(10_000, within(1.0));
    }

    @Test
    void expectsParentsThatAreNeededToFitIntoALargerTarget() {
        Plans plans =
                new Plans().table("profile", 1_000).table("person", 100_000).reference("profile", "person");

        assertThat(rows(plans, "profile")).isCloseTo(77, within(0.1));
        assertThat(rows(plans, "person")).isCloseTo(1_974, within(1.0));
    }

    @Test
    void expectsSeveralParentsToStarveTheirChildAndGivesUpTheCheaper() {
        Plans plans = new Plans()
                .table("shop", 300)
                .table("person", 100_000)
                .table("visit", 100_000, new SizeLaw.Rows(2_000))
                .reference("visit", "shop")
                .reference("visit", "person");

        // Two in a hundred people are chosen, so 2,000 of their visits are to be had, to any of the shops.
        assertThat(rows(plans, "visit")).isBetween(1_840.0, 2_000.0);
        assertThat(rows(plans, "person")).isLessThan(2_200);
        assertThat(rows(plans, "shop")).isGreaterThan(150);
    }

    @Test
    void expectsATableOfWhichEveryRowStaysToBringAllThatItRefersTo() {
        Plans plans = new Plans()
                .table("country", 200)
                .table("city", 5_000, new SizeLaw.All())
                .table("mayor", 100_000)
                .reference("city", "country")
                .reference("city", "mayor", 0.5);

        assertThat(rows(plans, "country")).isCloseTo(200, within(1.0));
        // More mayors than the 1,974 asked for.
        assertThat(rows(plans, "mayor")).isCloseTo(2_500, Percentage.withPercentage(3));
    }

    @Test
    void letsATableThatShallKeepNoneHaveWhatOthersNeed() {
        Plans plans = new Plans()
                .table("document", 50_000, new SizeLaw.None())
                .table("invoice", 100_000)
                .reference("invoice", "document", 0.1);

        assertThat(rows(plans, "invoice")).isCloseTo(1_974, within(1.0));
        assertThat(rows(plans, "document")).isCloseTo(197, Percentage.withPercentage(5));
    }

    @Test
    void followsTreesAndCycles() {
        Plans plans = new Plans()
                .table("employee", 50_000)
                .table("team", 2_000)
                .reference("employee", "employee", 0.99)
                .reference("employee", "team")
                .reference("team", "employee");

        assertThat(rows(plans, "employee")).isBetween(1_200.0, 50_000.0);
        assertThat(rows(plans, "team")).isBetween(120.0, 2_000.0);
    }

    @Test
    void staysWithinTheSourceForHundredsOfTablesAndKeys() {
        Random random = new Random(7);
        Plans plans = new Plans();
        for (int table = 0; table < 400; table++) {
            plans.table("t" + table, Math.round(Math.pow(10, random.nextDouble() * 7)));
        }
        for (int key = 0; key < 800; key++) {
            plans.reference("t" + random.nextInt(400), "t" + random.nextInt(400), random.nextDouble());
        }

        Expectation expectation = plans.expect();

        assertThat(expectation.rows()).hasSize(400).allSatisfy((table, rows) -> assertThat(rows)
                .isBetween(0.0, 1.0 * plans.size(table.table()).sourceRows()));
        assertThat(expectation.excesses().values())
                .allSatisfy(excess -> assertThat(excess).isNotNegative());
    }

    private static double rows(Plans plans, String table) {
        return plans.expect().rows().getOrDefault(Plans.name(table), Double.NaN);
    }
}
