/** The door of the provisioner: what a server needs to run environments, composed once. */
@NullMarked
package dev.diorama.provisioner;

import org.jspecify.annotations.NullMarked;
