/**
 * Where stacks run. An engine builds a checkout, starts its services, tells what runs, and removes it; which kind
 * of engine that is, nobody else knows.
 */
@NullMarked
package dev.diorama.provisioner.engine;

import org.jspecify.annotations.NullMarked;
