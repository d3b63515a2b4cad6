/** Folders as a whole: removed with everything in them, also while somebody still writes. */
@NullMarked
package dev.diorama.provisioner.disk;

import org.jspecify.annotations.NullMarked;
