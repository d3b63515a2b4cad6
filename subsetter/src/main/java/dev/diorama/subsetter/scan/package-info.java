/**
 * Finds personal data and credentials. A database's catalog and some rows of each table go in; findings, each with its
 * reason and a proposed masking, come out, and no value ever does. The same eyes look at a finished sample for values that
 * should have been masked.
 */
@NullMarked
package dev.diorama.subsetter.scan;

import org.jspecify.annotations.NullMarked;
