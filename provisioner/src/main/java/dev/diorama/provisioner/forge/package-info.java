/**
 * Where pull requests live. The provisioner asks a forge what a pull request is now and shows it one comment; the
 * local forge keeps both in the server's own state.
 */
@NullMarked
package dev.diorama.provisioner.forge;

import org.jspecify.annotations.NullMarked;
