/**
 * The {@code subset} command: words of a command line come in, an exit code and lines that people read go out.
 */
@NullMarked
package dev.diorama.subsetter.command;

import org.jspecify.annotations.NullMarked;
