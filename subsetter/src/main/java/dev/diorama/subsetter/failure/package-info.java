/**
 * How a run fails: one exception whose message a person can act upon, and the request to stop that a person may make.
 */
@NullMarked
package dev.diorama.subsetter.failure;

import org.jspecify.annotations.NullMarked;
