package dev.diorama.provisioner.api;

/**
 * Why a request was not fulfilled.
 *
 * @param message one sentence for people
 */
public record Problem(String message) {}
