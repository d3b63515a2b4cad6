package dev.diorama.subsetter.page;

import dev.diorama.subsetter.privacy.MaskReport;
import dev.diorama.subsetter.words.Amounts;
import java.util.List;

/** What was done about personal data, column by column, without any value. Pure. */
record MaskSection(List<MaskReport> masks) {
    String html() {
        if (masks.isEmpty()) {
            return "";
        }
        return """
                <section id="masks">
                <h2>Personal data</h2>
                <div class="scroll" role="region" aria-label="Masked columns" tabindex="0">
                <table>
                <thead><tr><th scope="col">Column</th><th scope="col">Masker</th><th scope="col">Values</th>\
                <th scope="col">Distinct</th><th scope="col">Masks</th><th scope="col">Because</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </div>
                </section>"""
                .formatted(Html.each(masks, MaskSection::row));
    }

    private static String row(MaskReport mask) {
        return """
                <tr><th scope="row">%s.%s</th><td class="why">%s</td><td>%s</td><td>%s</td><td>%s</td>\
                <td class="why">%s</td></tr>"""
                .formatted(
                        Html.name(mask.column().table()),
                        Html.text(mask.column().column()),
                        Html.text(mask.masker()),
                        mask.values()
                                .map(values -> Amounts.count(values.rows()))
                                .orElse(""),
                        mask.values()
                                .map(values -> Amounts.count(values.distinctBefore()))
                                .orElse(""),
                        mask.values()
                                .map(values -> Amounts.count(values.distinctAfter()))
                                .orElse(""),
                        Html.text(mask.reason().orElse("")));
    }
}
