/**
 * How a run goes, for those who watch it: what a listener hears comes in, lines for a terminal or for a log go out.
 */
@NullMarked
package dev.diorama.subsetter.progress;

import org.jspecify.annotations.NullMarked;
