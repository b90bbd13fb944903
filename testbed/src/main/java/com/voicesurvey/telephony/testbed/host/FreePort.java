package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of 127.0.0.1 that nobody listens on. */
public final class FreePort {
    private FreePort() {}

    /**
     * The given port, or, for 0, one that the system chooses.
     *
     * @throws IllegalStateException if the given port is taken
     */
    public static int orGiven(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (port == 0) {
                throw new UncheckedIOException("No free port", e);
            }
            throw new IllegalStateException(
                    "Port " + port + " is taken: stop what listens there, or choose another port",
                    e);
        }
    }
}
