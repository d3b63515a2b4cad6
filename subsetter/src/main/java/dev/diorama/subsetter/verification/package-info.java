/**
 * What is looked at in the finished sample before it may take its name.
 */
@NullMarked
package dev.diorama.subsetter.verification;

import org.jspecify.annotations.NullMarked;
