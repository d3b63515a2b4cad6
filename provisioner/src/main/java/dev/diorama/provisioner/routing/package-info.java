/**
 * From a host name to the service that answers for it: the reverse proxy inside the server, and the page that
 * waits until there is one.
 */
@NullMarked
package dev.diorama.provisioner.routing;

import org.jspecify.annotations.NullMarked;
