package dev.diorama.subsetter.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.report.Reports;
import dev.diorama.subsetter.testing.Golden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final double READABLE_TEXT = 4.5;
    private static final double READABLE_MARK = 3;

    @Test
    void showsAReport() {
        Golden.assertMatches(ReportPageTest.class, "bookshop.html", ReportPage.of(Reports.bookshop()));
    }

    @Test
    void addsUpWhatCheapForeignKeysCost() {
        assertThat(ReportPage.of(Reports.bookshopWithManyReasons()))
                .contains("7,110 rows by", "2,477 rows by", "3 rows by", "<li>3 rows by 2 other keys</li>")
                .doesNotContain("book_2_fkey", "book_1_fkey");
    }

    @Test
    void hasTextAndMarksOfEnoughContrastInBothSchemes() {
        List<Map<String, String>> schemes = schemes(ReportPage.of(Reports.bookshop()));

        assertThat(schemes).hasSize(3).allSatisfy(colours -> {
            for (String text : List.of("ink", "quiet", "over", "under")) {
                assertThat(contrast(colours, text))
                        .as("%s in %s", text, colours)
                        .isGreaterThan(READABLE_TEXT);
            }
            for (String mark : List.of("point", "law")) {
                assertThat(contrast(colours, mark))
                        .as("%s in %s", mark, colours)
                        .isGreaterThan(READABLE_MARK);
            }
        });
    }

    private static List<Map<String, String>> schemes(String page) {
        return Pattern.compile(":root \\{([^}]*)}")
                .matcher(page)
                .results()
                .map(scheme -> {
                    Map<String, String> colours = new HashMap<>();
                    Matcher colour = Pattern.compile("--(\\w+): #(\\w+)").matcher(scheme.group(1));
                    while (colour.find()) {
                        colours.put(colour.group(1), colour.group(2));
                    }
                    return colours;
                })
                .toList();
    }

    /** By WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
    private static double contrast(Map<String, String> colours, String colour) {
        double one = luminance(colours.getOrDefault(colour, ""));
        double other = luminance(colours.getOrDefault("paper", ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String hex) {
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(six.substring(0, 2))
                + 0.7152 * linear(six.substring(2, 4))
                + 0.0722 * linear(six.substring(4, 6));
    }

    private static double linear(String part) {
        double value = Integer.parseInt(part, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
