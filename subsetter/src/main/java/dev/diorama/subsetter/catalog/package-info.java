/**
 * What a database holds, read from pg_catalog alone: tables, their partitions, keys, sequences. A session comes in, values
 * go out.
 */
@NullMarked
package dev.diorama.subsetter.catalog;

import org.jspecify.annotations.NullMarked;
