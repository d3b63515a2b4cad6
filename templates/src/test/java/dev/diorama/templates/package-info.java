/**
 * Tests of the templates: each one is read as Diorama reads it, and its commands are run on a small repository of its
 * kind, the way the {@code process} engine runs them.
 */
@NullMarked
package dev.diorama.templates;

import org.jspecify.annotations.NullMarked;
