package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.testbed.host.ChildJvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A program that answers HTTP, in a process of its own.
 *
 * @param port what is loaded
 * @param healthPort where {@code /health/ready} is
 */
public record HttpServerJvm(String name, ChildJvm jvm, int port, int healthPort)
        implements AutoCloseable {
    /** Each look takes a service that has just started a millisecond of its processor time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 5_000;
    private static final byte[] READY =
            "GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /**
     * Starts it, and returns once it is ready: how long that took.
     *
     * @throws RunFailedException if it does not become ready within a minute
     */
    public Duration start(StopSignal stop) {
        long start = System.nanoTime();
        jvm.start();
        while (!isReady()) {
            if (System.nanoTime() - start > PATIENCE.toNanos() || !jvm.isAlive()) {
                throw new RunFailedException(
                        name + " does not become ready; its log is beside the results");
            }
            if (stop.await(BETWEEN_LOOKS)) {
                stop.check();
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Resident memory in MB. */
    public double residentMegabytes() {
        return ResidentMemory.megabytes(jvm.pid());
    }

    @Override
    public void close() {
        jvm.terminate();
    }

    private boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), healthPort));
            socket.getOutputStream().write(READY);
            var lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = lines.readLine();
            return line != null && line.contains(" 200");
        } catch (IOException e) {
            return false;
        }
    }
}
