/**
 * The server that runs: the provisioner on Quarkus, with its proxy before every route and its REST interface behind. Told
 * by one configuration file; without GitHub in it, the local forge is all there is.
 */
@NullMarked
package dev.diorama.githubapp;

import org.jspecify.annotations.NullMarked;
