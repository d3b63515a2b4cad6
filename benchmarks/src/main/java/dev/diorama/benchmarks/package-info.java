/**
 * Programs that measure: each makes its own data, compares several ways to the same end in one run, and prints a small
 * table. Nothing depends on them.
 */
@NullMarked
package dev.diorama.benchmarks;

import org.jspecify.annotations.NullMarked;
