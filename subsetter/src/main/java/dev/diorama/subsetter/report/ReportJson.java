package dev.diorama.subsetter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.privacy.MaskReport;
import java.time.Duration;
import java.util.List;

/** Writes a report as JSON, whose fields {@code docs/watching.md} describes. Pure. */
public final class ReportJson {
    /** Counts up when a field goes or changes its meaning; new fields come without. */
    private static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    /** The report as an indented JSON object, with a line break at its end. */
    public static String write(SubsetReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        describe(json, report.run());
        json.put("seconds", seconds(report.duration()));
        tables(json, report.tables());
        overshoots(json, report.overshoots());
        ObjectNode keys = json.putObject("foreignKeys");
        keys.put("declared", report.foreignKeys().declared());
        keys.put("validated", report.foreignKeys().validated());
        texts(keys, "notValid", report.foreignKeys().notValid());
        missingIndexes(json, report.missingIndexes());
        masks(json, report.masks());
        texts(json, "notices", report.notices());
        phases(json, report.phases());
        return text(json);
    }

    /** The plan, in those of the report's fields of which a plan can say something. */
    public static String write(SubsetPlan plan) {
        ObjectNode json = MAPPER.createObjectNode();
        format(json, "plan", plan.toolVersion());
        json.put("seed", plan.seed());
        json.put("source", plan.source());
        json.put("seconds", seconds(plan.duration()));
        tables(json, plan.tables());
        overshoots(json, plan.overshoots());
        phases(json, plan.phases());
        return text(json);
    }

    private static void format(ObjectNode json, String kind, String toolVersion) {
        json.put("version", FORMAT);
        json.put("kind", kind);
        json.putObject("tool").put("name", "diorama").put("version", toolVersion);
    }

    private static void describe(ObjectNode json, RunDescription run) {
        format(json, "run", run.toolVersion());
        json.put("startedAt", run.startedAt().toString());
        json.put("seed", run.seed());
        json.put("source", run.source());
        json.put("target", run.target());
    }

    private static void tables(ObjectNode json, List<TableReport> tables) {
        ArrayNode array = json.putArray("tables");
        for (TableReport table : tables) {
            name(array.addObject(), table.name())
                    .put("sourceRows", table.sourceRows())
                    .put("sourceRowsKnownBy", table.knownBy().word())
                    .put("law", LawText.of(table.law()))
                    .put("targetRows", table.targetRows())
                    .put("rows", table.rows())
                    .put("bytes", table.bytes())
                    .put("why", table.why().orElse(null));
        }
    }

    private static void overshoots(ObjectNode json, List<Overshoot> overshoots) {
        ArrayNode array = json.putArray("overshoots");
        for (Overshoot overshoot : overshoots) {
            ObjectNode object = name(array.addObject(), overshoot.table()).put("rows", overshoot.rows());
            ObjectNode from = object.putObject("foreignKey")
                    .put("name", overshoot.foreignKey().orElse(null));
            texts(name(from, overshoot.child()), "columns", overshoot.columns());
        }
    }

    private static void missingIndexes(ObjectNode json, List<MissingIndex> missingIndexes) {
        ArrayNode array = json.putArray("missingIndexes");
        for (MissingIndex missing : missingIndexes) {
            ObjectNode object = name(array.addObject(), missing.table());
            texts(object, "columns", missing.columns());
            object.put("foreignKey", missing.foreignKey()).put("statement", missing.statement());
        }
    }

    private static void masks(ObjectNode json, List<MaskReport> masks) {
        ArrayNode array = json.putArray("masks");
        for (MaskReport mask : masks) {
            ObjectNode object = name(array.addObject(), mask.column().table())
                    .put("column", mask.column().column())
                    .put("masker", mask.masker())
                    .put("reason", mask.reason().orElse(null));
            mask.values().ifPresent(values -> object.put("rows", values.rows())
                    .put("distinctBefore", values.distinctBefore())
                    .put("distinctAfter", values.distinctAfter()));
        }
    }

    private static void phases(ObjectNode json, List<PhaseReport> phases) {
        ArrayNode array = json.putArray("phases");
        for (PhaseReport phase : phases) {
            array.addObject().put("name", phase.phase().label()).put("seconds", seconds(phase.duration()));
        }
    }

    private static ObjectNode name(ObjectNode json, TableName table) {
        return json.put("schema", table.schema()).put("table", table.table());
    }

    private static void texts(ObjectNode json, String field, List<String> texts) {
        ArrayNode array = json.putArray(field);
        texts.forEach(array::add);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String text(ObjectNode json) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers can always be written", e);
        }
    }
}
