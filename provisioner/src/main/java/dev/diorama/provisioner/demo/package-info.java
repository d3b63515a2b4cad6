/**
 * The main job on one machine: an embedded production, a git repository, a server, a pull request, a link; and
 * everything removed at the end.
 */
@NullMarked
package dev.diorama.provisioner.demo;

import org.jspecify.annotations.NullMarked;
