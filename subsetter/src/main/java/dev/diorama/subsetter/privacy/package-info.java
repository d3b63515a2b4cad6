/**
 * What a run does about personal data: which columns are masked and how, the masking of rows while they are copied, and
 * the proof that nothing of the source is left.
 */
@NullMarked
package dev.diorama.subsetter.privacy;

import org.jspecify.annotations.NullMarked;
