/**
 * How amounts are told to people, in one place for progress, reports and plans: a number comes in, a few characters go
 * out.
 */
@NullMarked
package dev.diorama.subsetter.words;

import org.jspecify.annotations.NullMarked;
