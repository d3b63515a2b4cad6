/** Where Diorama itself lies on disk: the server's program and the examples, found from what the launcher says. */
@NullMarked
package dev.diorama.provisioner.installation;

import org.jspecify.annotations.NullMarked;
