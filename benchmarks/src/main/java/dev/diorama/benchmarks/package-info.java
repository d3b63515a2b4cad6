/**
 * A program that measures: it makes its own data, goes several ways to the same end in one run, and prints small tables.
 * Nothing depends on it.
 */
@NullMarked
package dev.diorama.benchmarks;

import org.jspecify.annotations.NullMarked;
