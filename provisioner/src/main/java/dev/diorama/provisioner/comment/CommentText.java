package dev.diorama.provisioner.comment;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.words.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From an environment's state to the Markdown that stands in its pull request. Pure. */
final class CommentText {
    private static final int FAILURE_LINES = 30;
    private static final int TABLES = 100;

    private CommentText() {}

    static String render(CommentState state) {
        var text = new StringBuilder();
        header(state, text);
        if (state.environment().phase() != Phase.REMOVED) {
            steps(state, text);
            state.sampled().ifPresent(sampled -> data(sampled, text));
            migrations(state, text);
            failure(state, text);
        }
        footer(state.environment(), text);
        return text.toString();
    }

    private static void header(CommentState state, StringBuilder text) {
        var environment = state.environment();
        text.append("### Diorama: ").append(headline(environment.phase())).append("\n\n");
        text.append("`%s` at `%s`\n".formatted(Markdown.code(environment.branch()), environment.shortSha()));
        if (environment.phase() == Phase.READY) {
            text.append("\n**<%s>**\n".formatted(state.link()));
        }
    }

    private static String headline(Phase phase) {
        return switch (phase) {
            case QUEUED -> "waiting";
            case WORKING -> "being made";
            case READY -> "ready";
            case FAILED -> "failed";
            case REMOVING -> "being removed";
            case REMOVED -> "removed";
        };
    }

    private static void steps(CommentState state, StringBuilder text) {
        Map<Step, StepRecord> records = new EnumMap<>(Step.class);
        state.steps().forEach(step -> records.put(step.step(), step));
        text.append("\n| Step | State | Time | |\n|---|---|--:|---|\n");
        for (Step step : Step.values()) {
            var record = Optional.ofNullable(records.get(step));
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            title(step),
                            record.map(StepRecord::state).map(StepState::word).orElse("waiting"),
                            record.flatMap(StepRecord::duration)
                                    .map(CommentText::seconds)
                                    .orElse(""),
                            record.map(StepRecord::detail).map(Markdown::cell).orElse("")));
        }
    }

    private static void data(SampledData sampled, StringBuilder text) {
        text.append("\n<details><summary>Database: %s rows → %s, %s checked%s</summary>\n\n"
                .formatted(
                        number(sampled.sourceRows()),
                        number(sampled.rows()),
                        Words.count(sampled.foreignKeys(), "foreign key"),
                        sampled.maskedColumns() == 0
                                ? ""
                                : ", %s masked".formatted(Words.count(sampled.maskedColumns(), "column"))));
        text.append("| Table | Production | Sample |\n|---|--:|--:|\n");
        var largestFirst =
                Comparator.comparingLong(SampledData.Table::sourceRows).reversed();
        sampled.tables().stream()
                .sorted(largestFirst.thenComparing(SampledData.Table::name))
                .limit(TABLES)
                .forEach(table -> text.append("| %s | %s | %s |\n"
                        .formatted(Markdown.cell(table.name()), number(table.sourceRows()), number(table.rows()))));
        if (sampled.tables().size() > TABLES) {
            text.append(
                    "| and %d smaller ones | | |\n".formatted(sampled.tables().size() - TABLES));
        }
        text.append("\n</details>\n");
    }

    private static void migrations(CommentState state, StringBuilder text) {
        if (state.migrations().isEmpty()) {
            return;
        }
        text.append("\n<details><summary>Migrations: %d applied</summary>\n\n"
                .formatted(state.migrations().size()));
        text.append("| Version | Description | Time |\n|---|---|--:|\n");
        state.migrations()
                .forEach(migration -> text.append("| %s | %s | %s |\n"
                        .formatted(
                                Markdown.cell(migration.version()),
                                Markdown.cell(migration.description()),
                                seconds(migration.duration()))));
        text.append("\n</details>\n");
    }

    private static void failure(CommentState state, StringBuilder text) {
        state.steps().stream()
                .filter(step -> step.state() == StepState.FAILED && !step.log().isBlank())
                .findFirst()
                .ifPresent(step -> {
                    var lines = step.log().lines().toList();
                    text.append("\nThe last lines of %s:\n\n%s\n"
                            .formatted(
                                    step.step().word(),
                                    lines.stream()
                                            .skip(Math.max(0, lines.size() - FAILURE_LINES))
                                            // Indented code cannot be ended by anything that a log holds.
                                            .map(line -> "    " + line)
                                            .collect(Collectors.joining("\n"))));
                });
    }

    private static void footer(Environment environment, StringBuilder text) {
        var name = environment.name();
        text.append(
                switch (environment.phase()) {
                    case REMOVING, REMOVED ->
                        "\n<sub>Make it again: `./diorama up %s --branch %s`</sub>\n"
                                .formatted(environment.project(), Markdown.code(environment.branch()));
                    case QUEUED, WORKING, READY, FAILED ->
                        ("\n<sub>Make it anew: `./diorama reprovision %s` · "
                                        + "Look inside: `./diorama logs %s` · Remove it: `./diorama destroy %s`</sub>\n")
                                .formatted(name, name, name);
                });
    }

    private static String title(Step step) {
        var word = step.word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
