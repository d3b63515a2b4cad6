/**
 * The terminal that a command writes to: what it can do comes out of the environment, and lines that live go out, each
 * time over those before.
 */
@NullMarked
package dev.diorama.subsetter.terminal;

import org.jspecify.annotations.NullMarked;
