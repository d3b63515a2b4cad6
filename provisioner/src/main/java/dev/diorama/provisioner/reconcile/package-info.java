/**
 * Brings what exists in line with what is wanted: one lane per environment observes, decides, takes steps, and
 * looks again, until both agree.
 */
@NullMarked
package dev.diorama.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
