/** What a person watches: steps as they begin and end, as lines or, on a terminal, with one line that lives. */
@NullMarked
package dev.diorama.provisioner.terminal;

import org.jspecify.annotations.NullMarked;
