/**
 * What a person may say about the sample, under {@code sample:}. A YAML mapping comes in, a value goes out.
 */
@NullMarked
package dev.diorama.subsetter.configuration;

import org.jspecify.annotations.NullMarked;
