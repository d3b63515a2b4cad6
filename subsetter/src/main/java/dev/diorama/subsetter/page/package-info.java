/**
 * The report as a page of its own: a report comes in, one HTML file goes out that loads nothing and runs nothing.
 */
@NullMarked
package dev.diorama.subsetter.page;

import org.jspecify.annotations.NullMarked;
