/**
 * The one comment of a pull request, rendered from an environment's state: a pure function from records to
 * Markdown.
 */
@NullMarked
package dev.diorama.provisioner.comment;

import org.jspecify.annotations.NullMarked;
