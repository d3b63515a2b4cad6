package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each connection to the next of several servers. */
public final class LoadBalancer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<ConnectionUrl> servers;
    private final AtomicInteger connections = new AtomicInteger();

    private LoadBalancer(ServerSocket socket, List<ConnectionUrl> servers) {
        this.socket = socket;
        this.servers = servers;
    }

    /** Listens before these servers. */
    public static LoadBalancer before(ConnectionUrl... servers) throws IOException {
        LoadBalancer balancer =
                new LoadBalancer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), List.of(servers));
        Thread.ofVirtual().start(balancer::accept);
        return balancer;
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                ConnectionUrl next = servers.get(connections.getAndIncrement() % servers.size());
                Socket server = new Socket("localhost", next.port());
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has gone, and closing both tells the other.
        }
    }
}
