package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the finished sample's catalog with the source's: no table and no key may be lost, and a key that holds in the
 * source must hold here.
 *
 * @param validatedKeys how many foreign keys PostgreSQL has validated
 */
public record Verification(int validatedKeys) {
    /** Looks at the sample, and throws with everything that is wrong with it. */
    public static Verification of(Catalog source, Session target) {
        Catalog sample = new CatalogReader(target).read();
        List<String> faults = new ArrayList<>();
        source.tables().keySet().stream()
                .filter(table -> !sample.tables().containsKey(table))
                .forEach(table -> faults.add("table \"%s\" is missing".formatted(table)));
        Map<String, ForeignKey> keys =
                sample.foreignKeys().stream().collect(Collectors.toMap(Verification::identity, Function.identity()));
        for (ForeignKey key : source.foreignKeys()) {
            ForeignKey found = keys.get(identity(key));
            if (found == null) {
                faults.add("foreign key \"%s\", %s, is missing".formatted(key.name(), key));
            } else if (key.valid() && !found.valid()) {
                faults.add("foreign key \"%s\", %s, is not validated".formatted(key.name(), key));
            }
        }
        source.materializedViews().stream()
                .filter(view -> !sample.materializedViews().contains(view))
                .forEach(view -> faults.add("materialized view \"%s\" is missing or not filled".formatted(view)));
        if (!faults.isEmpty()) {
            throw new SubsetException("The sample is not what the source is: " + String.join("; ", faults));
        }
        return new Verification(
                (int) sample.foreignKeys().stream().filter(ForeignKey::valid).count());
    }

    private static String identity(ForeignKey key) {
        return key.childRelation().schema() + '\0' + key.childRelation().table() + '\0' + key.name();
    }
}
