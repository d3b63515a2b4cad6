/**
 * PostgreSQL from a Maven artifact, run as a child process: what production, staging and state are made of where
 * nothing else is at hand.
 */
@NullMarked
package dev.diorama.provisioner.embedded;

import org.jspecify.annotations.NullMarked;
