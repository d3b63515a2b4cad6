package dev.diorama.provisioner.configuration;

import dev.diorama.subsetter.connection.ConnectionUrl;

/**
 * A project that the server knows.
 *
 * @param name lower-case letters, digits and dashes; a label of the links' host names
 * @param repository what git calls a URL: also a path on this machine
 * @param baseBranch the branch whose {@code diorama.yml} decides what may leave production
 * @param production the database to sample; a role that can only read is enough
 */
public record ProjectConfiguration(String name, String repository, String baseBranch, ConnectionUrl production) {}
