/**
 * The target's databases: a sample is built aside under a temporary name and takes its own name at the very end; what
 * killed runs left is removed.
 */
@NullMarked
package dev.diorama.subsetter.delivery;

import org.jspecify.annotations.NullMarked;
