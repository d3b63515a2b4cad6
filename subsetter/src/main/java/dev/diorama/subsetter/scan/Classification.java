package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.configuration.MaskConfiguration;
import dev.diorama.subsetter.masking.Masking;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether somebody has said what becomes of a finding. Of a column whose documents are masked by path, somebody has to
 * have said it of the path. Pure.
 *
 * @param masks what was said
 */
public record Classification(MaskConfiguration masks) implements Predicate<Finding> {
    private static final String ANYWHERE = "$..";

    @Override
    public boolean test(Finding finding) {
        Optional<Masking> masking = masks.maskingFor(finding.table(), finding.column());
        return masking.isPresent()
                && (!(masking.get() instanceof Masking.Json(Map<String, Masking> paths))
                        || finding.path().isEmpty()
                        || paths.keySet().stream()
                                .anyMatch(path -> covers(path, finding.path().get())));
    }

    private static boolean covers(String path, String found) {
        return path.equals(found)
                || (path.startsWith(ANYWHERE) && (found + '.').contains('.' + path.substring(ANYWHERE.length()) + '.'))
                || found.startsWith(path + '.')
                || found.startsWith(path + '[');
    }
}
