/**
 * The engine that runs services as child processes of the machine: one process group per service, found again
 * after a restart of the server by the files that the services wrote themselves.
 */
@NullMarked
package dev.diorama.provisioner.engine.process;

import org.jspecify.annotations.NullMarked;
