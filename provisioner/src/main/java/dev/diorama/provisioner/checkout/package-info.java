/**
 * Commits on disk: one bare object cache per project, one folder per environment and commit, made whole or not at
 * all.
 */
@NullMarked
package dev.diorama.provisioner.checkout;

import org.jspecify.annotations.NullMarked;
