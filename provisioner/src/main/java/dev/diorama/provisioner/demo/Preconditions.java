package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.transfer.PostgresTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** What must hold before anything is started. */
final class Preconditions {
    private static final int EMBEDDED_VERSION = 15;

    private Preconditions() {}

    static void check(int port) {
        portIsFree(port);
        // Fails with what to install.
        PostgresTools.find(EMBEDDED_VERSION, notice -> {});
    }

    private static void portIsFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CommandFailure(
                    "Port %d is taken, or may not be used by you (%s). Stop what listens there, or choose another one with --port."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }
}
