/**
 * Moving things from source to target: the schema by pg_dump and pg_restore, rows by COPY, sequences by their values.
 */
@NullMarked
package dev.diorama.subsetter.transfer;

import org.jspecify.annotations.NullMarked;
