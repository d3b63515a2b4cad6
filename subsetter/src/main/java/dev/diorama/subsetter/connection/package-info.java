/**
 * Reaching a PostgreSQL server: a URL as people write it comes in, sessions go out; passwords stay inside.
 */
@NullMarked
package dev.diorama.subsetter.connection;

import org.jspecify.annotations.NullMarked;
