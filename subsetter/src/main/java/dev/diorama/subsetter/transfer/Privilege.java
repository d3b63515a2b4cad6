package dev.diorama.subsetter.transfer;

/**
 * What a role may do.
 *
 * @param grantee the role; empty for everybody
 * @param name the privilege's name
 * @param option whether the role may pass it on
 */
record Privilege(String grantee, String name, Option option) {
    /** Whether a role may pass a privilege on. */
    enum Option {
        NONE,
        GRANT
    }
}
