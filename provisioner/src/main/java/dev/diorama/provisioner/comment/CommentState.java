package dev.diorama.provisioner.comment;

import dev.diorama.provisioner.environment.AppliedMigration;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.StepRecord;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a comment tells of.
 *
 * @param steps the steps of the environment's generation that have begun
 * @param sampled what the clone was made from; empty where there is no clone
 * @param migrations what was applied to the clone
 */
record CommentState(
        Environment environment,
        URI link,
        List<StepRecord> steps,
        Optional<SampledData> sampled,
        List<AppliedMigration> migrations) {}
