/**
 * What an environment is and what is to be done next for it: records and pure functions. Desired state and
 * observations go in, a decision comes out; nothing here touches a database, a disk or a clock.
 */
@NullMarked
package dev.diorama.provisioner.environment;

import org.jspecify.annotations.NullMarked;
