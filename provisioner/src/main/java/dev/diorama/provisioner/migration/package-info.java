/**
 * Brings a clone from production's schema version to the version of a commit, and tells what was applied.
 */
@NullMarked
package dev.diorama.provisioner.migration;

import org.jspecify.annotations.NullMarked;
