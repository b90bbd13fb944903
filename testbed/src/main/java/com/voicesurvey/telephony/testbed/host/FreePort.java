package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** A TCP port of 127.0.0.1 that nobody listens on. */
public final class FreePort {
    /** Below what Linux and macOS give to clients: those take a port while its server is away. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;
    private static final Duration TIME_TO_LET_GO = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /**
     * The given port, or, for 0, one that this JVM has not been given before.
     *
     * @throws IllegalStateException if the given port is taken
     */
    public static int orGiven(int port) {
        if (port == 0) {
            return free();
        }
        try (var socket = listen(port)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " is taken: stop what listens there, or choose another port",
                    e);
        }
    }

    /**
     * A port that a server had until now: the system may keep it for a moment after a kill.
     *
     * @throws IllegalStateException if it is not free within five seconds
     */
    public static int again(int port) {
        long deadline = System.nanoTime() + TIME_TO_LET_GO.toNanos();
        while (!isFree(port) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return orGiven(port);
    }

    private static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port from " + LOWEST + " to " + HIGHEST);
    }

    private static boolean isFree(int port) {
        try (var _ = listen(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
