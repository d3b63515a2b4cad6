/** Maskers: what replaces a value so that it says nothing of a person and still fits where it was. Pure, and keyed. */
@NullMarked
package dev.diorama.subsetter.masking;

import org.jspecify.annotations.NullMarked;
