/** How numbers are told to people, in one place for comments, steps and commands. */
@NullMarked
package dev.diorama.provisioner.words;

import org.jspecify.annotations.NullMarked;
