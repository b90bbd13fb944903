package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connections that say nothing. */
class IdleConnectionsTest {
    private static final int MANY = 1000;

    @Test
    void a_thousand_idle_connections_do_not_keep_a_callback_waiting() throws Exception {
        try (AttackedService attacked = new AttackedService();
                Connections idle = new Connections(attacked.port(), MANY)) {
            attacked.assertAnswersInTime();
            assertThat(idle.count()).isEqualTo(MANY);
        }
    }

    @Test
    void no_more_are_held_than_allowed_and_those_are_let_go_to_make_room() throws Exception {
        try (AttackedService attacked =
                        new AttackedService(
                                "HTTP_MAX_CONNECTIONS", "150", "HTTP_IDLE_TIMEOUT", "60s");
                Connections idle = new Connections(attacked.port(), 400)) {
            assertThat(held(attacked)).isLessThanOrEqualTo(150);
            attacked.assertAnswersInTime();
            assertThat(idle.count()).isEqualTo(400);
        }
    }

    /** After requests of its own each; the sockets of this side count too. */
    @Test
    void an_open_connection_holds_little_memory() throws Exception {
        try (AttackedService attacked = new AttackedService("HTTP_IDLE_TIMEOUT", "60s")) {
            attacked.assertAnswersInTime();
            long before = usedHeap();
            try (Connections open = new Connections(attacked.port(), 500)) {
                open.askOnEach();
                // what is kept of a connection's first request shows at the second
                open.askOnEach();
                assertThat((usedHeap() - before) / open.count()).isLessThan(32_000);
            }
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double held(AttackedService attacked) throws Exception {
        return attacked.service
                .metrics()
                .lines()
                .filter(line -> line.startsWith("ingest_connections "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Open connections, each made within a second: the operating system keeps them if we do not.
     */
    private static final class Connections implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();

        Connections(int port, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                Socket socket = new Socket();
                sockets.add(socket);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            }
        }

        int count() {
            return sockets.size();
        }

        void askOnEach() throws IOException {
            String callback = RawCallback.ofCall("one-of-many").text();
            for (Socket socket : sockets) {
                Exchange.write(socket, callback);
                int answered = socket.getInputStream().read();
                while (answered >= 0 && answered != '}') {
                    answered = socket.getInputStream().read();
                }
                assertThat(answered).isEqualTo('}');
            }
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
