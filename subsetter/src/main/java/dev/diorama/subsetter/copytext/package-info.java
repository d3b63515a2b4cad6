/** The text form in which PostgreSQL's COPY gives and takes rows. */
@NullMarked
package dev.diorama.subsetter.copytext;

import org.jspecify.annotations.NullMarked;
