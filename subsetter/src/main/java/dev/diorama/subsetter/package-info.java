/**
 * The public door of the subsetter: a request goes in, a small and consistent sample of a PostgreSQL database is
 * written, a report comes out. Everything behind it lives in the packages below.
 */
@NullMarked
package dev.diorama.subsetter;

import org.jspecify.annotations.NullMarked;
