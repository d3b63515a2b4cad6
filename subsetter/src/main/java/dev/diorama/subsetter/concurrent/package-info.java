/** Work on several threads at the same time. */
@NullMarked
package dev.diorama.subsetter.concurrent;

import org.jspecify.annotations.NullMarked;
