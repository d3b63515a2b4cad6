/**
 * Which rows make the sample. A catalog, row targets and a snapshot come in; for each table a set of row identities
 * goes out, closed under every foreign key.
 */
@NullMarked
package dev.diorama.subsetter.selection;

import org.jspecify.annotations.NullMarked;
