/**
 * What a run tells when it is done, as a value and as JSON.
 */
@NullMarked
package dev.diorama.subsetter.report;

import org.jspecify.annotations.NullMarked;
