package dev.diorama.provisioner.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The part of the subsetter's report that reviewers read. */
record SampledData(List<Table> tables, int foreignKeys, int maskedColumns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Table(String name, long sourceRows, long rows) {}

    static SampledData parse(String report) {
        try {
            var root = JSON.readTree(report);
            var tables = new ArrayList<Table>();
            for (JsonNode table : root.path("tables")) {
                var schema = table.path("schema").asText();
                var name = table.path("table").asText();
                tables.add(new Table(
                        "public".equals(schema) ? name : schema + "." + name,
                        table.path("sourceRows").asLong(),
                        table.path("rows").asLong()));
            }
            int masked = 0;
            for (JsonNode mask : root.path("masks")) {
                masked += "keep".equals(mask.path("masker").asText()) ? 0 : 1;
            }
            return new SampledData(
                    List.copyOf(tables),
                    root.path("foreignKeys").path("validated").asInt(),
                    masked);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The stored report of a sample is no JSON", e);
        }
    }

    long sourceRows() {
        return tables.stream().mapToLong(Table::sourceRows).sum();
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
