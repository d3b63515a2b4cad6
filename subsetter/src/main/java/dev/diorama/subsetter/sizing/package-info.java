/**
 * How many rows a table keeps. Pure functions from a count to a count.
 */
@NullMarked
package dev.diorama.subsetter.sizing;

import org.jspecify.annotations.NullMarked;
