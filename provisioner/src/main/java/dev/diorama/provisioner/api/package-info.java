/**
 * The server's REST interface: records that travel as JSON, the resource that serves them, and the client that
 * the command line uses.
 */
@NullMarked
package dev.diorama.provisioner.api;

import org.jspecify.annotations.NullMarked;
