/**
 * The server's memory in PostgreSQL: desired states with their generations, the steps that were taken, the
 * samples. Callers see records of the environment package; jOOQ stays inside.
 */
@NullMarked
package dev.diorama.provisioner.state;

import org.jspecify.annotations.NullMarked;
