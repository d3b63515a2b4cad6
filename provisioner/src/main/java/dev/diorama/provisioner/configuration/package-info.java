/**
 * The files that people write: the server's configuration and a repository's diorama.yml. Text goes in; validated
 * records or every error with its place come out.
 */
@NullMarked
package dev.diorama.provisioner.configuration;

import org.jspecify.annotations.NullMarked;
