/**
 * What a run would do, without doing it: a plan of sizes and the server's statistics come in, for each table the rows
 * and bytes that its sample will about have go out, and the time that it will about take.
 */
@NullMarked
package dev.diorama.subsetter.forecast;

import org.jspecify.annotations.NullMarked;
