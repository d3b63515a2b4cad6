/**
 * The command line: plain Java with picocli, talking to a running server through its API or doing the work itself.
 */
@NullMarked
package dev.diorama.provisioner.command;

import org.jspecify.annotations.NullMarked;
