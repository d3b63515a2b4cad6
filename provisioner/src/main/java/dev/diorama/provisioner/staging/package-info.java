/**
 * The staging server: samples of production kept as template databases, and the clones that environments get from
 * them, each with a role of its own.
 */
@NullMarked
package dev.diorama.provisioner.staging;

import org.jspecify.annotations.NullMarked;
