package dev.roost;

import io.micronaut.core.io.socket.SocketUtils;

/** Ports of the loopback for what a test starts. */
public final class FreePort {

    private FreePort() {}

    /**
     * Returns one on which nothing listens, of those that Linux gives to no outgoing connection: one that a connection
     * has looks free, and could not be listened on.
     */
    public static int find() {
        return SocketUtils.findAvailableTcpPort(10_000, 32_767);
    }
}
