package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares the finished sample with its source: no object may be lost or other than it was, a key that holds in the
 * source must hold here, each table must have the rows that were copied, and no sequence may give out a value that is
 * in use. Everything that is wrong is told at once.
 *
 * @param objects how many objects were compared
 * @param validatedKeys how many foreign keys PostgreSQL has validated: those that are valid in the source, since a key
 *     that is not as it is there fails the verification
 */
public record Verification(int objects, int validatedKeys) {
    private static final int SHOWN = 20;

    /**
     * Looks at a sample.
     *
     * @param source what the source has
     * @param leftOut what the sample does without on purpose
     * @param catalog the source's tables
     * @param copied how many rows of each table were copied
     * @param wrongPrivileges what the sample's roles may, and may not in the source, or the other way around
     * @throws SubsetException with everything that is wrong with it
     */
    public static Verification of(
            SchemaInventory source,
            LeftOut leftOut,
            Catalog catalog,
            Map<TableName, Long> copied,
            List<ObjectName> wrongPrivileges,
            Session target) {
        Relations relations = Relations.read(target);
        List<String> faults = new ArrayList<>(source.faultsOf(SchemaInventory.read(target), leftOut));
        wrongPrivileges.forEach(privilege -> faults.add("%s is %s"
                .formatted(privilege, privilege.kind().equals("privilege") ? "missing" : "not in the source")));
        faults.addAll(RowCounts.faults(catalog, copied, relations, target));
        faults.addAll(SequenceCheck.faults(catalog, relations, target));
        if (!faults.isEmpty()) {
            throw new SubsetException("The sample is not what the source is: "
                    + String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size())))
                    + (faults.size() > SHOWN ? "; and %d more".formatted(faults.size() - SHOWN) : ""));
        }
        return new Verification(source.objects().size(), (int)
                catalog.foreignKeys().stream().filter(ForeignKey::valid).count());
    }
}
