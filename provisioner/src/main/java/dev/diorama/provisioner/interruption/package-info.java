/** Giving up work that is no longer wanted, without leaving it half done. */
@NullMarked
package dev.diorama.provisioner.interruption;

import org.jspecify.annotations.NullMarked;
