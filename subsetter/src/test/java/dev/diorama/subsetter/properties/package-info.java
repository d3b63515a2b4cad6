/**
 * What must hold for every sample of every schema. A seed comes in, becomes a schema of random shape with random rows, and
 * a checker that believes nothing but rows judges the sample that the public door makes of it.
 */
@NullMarked
package dev.diorama.subsetter.properties;

import org.jspecify.annotations.NullMarked;
