/** How a command fails: one exception whose message a person can act upon. Everything else that is thrown is a defect. */
@NullMarked
package dev.diorama.provisioner.failure;

import org.jspecify.annotations.NullMarked;
