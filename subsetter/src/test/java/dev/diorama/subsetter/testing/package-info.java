/**
 * What the tests of this module share: servers, databases made from SQL, and checks that believe nothing but rows.
 */
@NullMarked
package dev.diorama.subsetter.testing;

import org.jspecify.annotations.NullMarked;
