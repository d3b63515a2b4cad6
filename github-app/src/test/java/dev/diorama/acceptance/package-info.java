/**
 * What a person meets who types a command: the scripts at the root of the repository and the program behind them, run as
 * real processes. A folder and an environment go in; exit code, output and what is left on the disk come out.
 */
@NullMarked
package dev.diorama.acceptance;

import org.jspecify.annotations.NullMarked;
