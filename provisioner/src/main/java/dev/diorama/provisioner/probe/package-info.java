/** One HTTP request to learn whether something answers: a service at its port, or a link as people will open it. */
@NullMarked
package dev.diorama.provisioner.probe;

import org.jspecify.annotations.NullMarked;
