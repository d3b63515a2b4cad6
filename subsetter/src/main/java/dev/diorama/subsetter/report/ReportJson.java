package dev.diorama.subsetter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a report as JSON. */
public final class ReportJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    /** The report as an indented JSON object, with a line break at its end. */
    public static String write(SubsetReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("seed", report.seed());
        ArrayNode tables = json.putArray("tables");
        for (TableReport table : report.tables()) {
            tables.addObject()
                    .put("schema", table.name().schema())
                    .put("table", table.name().table())
                    .put("sourceRows", table.sourceRows())
                    .put("targetRows", table.targetRows())
                    .put("rows", table.rows())
                    .put("why", table.why().orElse(null));
        }
        json.putObject("foreignKeys").put("declared", report.declaredKeys()).put("validated", report.validatedKeys());
        ArrayNode phases = json.putArray("phases");
        for (PhaseReport phase : report.phases()) {
            phases.addObject()
                    .put("name", phase.phase().label())
                    .put("millis", phase.duration().toMillis());
        }
        json.put("source", report.source());
        json.put("target", report.target());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers can always be written", e);
        }
    }
}
