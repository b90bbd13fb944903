package com.voicesurvey.telephony.testbed.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.testbed.host.FreePort;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

class TcpProxyTest {
    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
        proxy = TcpProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void an_open_link_passes_everything_in_both_directions() throws IOException {
        try (Socket client = connect()) {
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(client.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_cut_link_closes_what_is_there_and_refuses_what_comes() throws IOException {
        try (Socket client = connect()) {
            say(client, 1);
            proxy.set(new Link.Cut());
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_link_that_is_back_leads_to_the_same_place_by_the_same_port() throws IOException {
        int port = proxy.port();
        proxy.set(new Link.Cut());
        proxy.set(new Link.Open());
        assertThat(proxy.port()).isEqualTo(port);
        try (Socket client = connect()) {
            say(client, 7);
        }
    }

    @Test
    void a_swallowing_link_takes_everything_and_answers_nothing() throws IOException {
        try (Socket before = connect()) {
            say(before, 1);
            proxy.set(new Link.Swallowing());
            try (Socket during = connect()) {
                assertSilent(before);
                assertSilent(during);
                proxy.set(new Link.Open());
                assertThat(before.getInputStream().read()).isEqualTo(-1);
                assertThat(during.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_stalled_link_holds_everything_back_and_loses_nothing() throws IOException {
        try (Socket client = connect()) {
            say(client, 1);
            proxy.set(new Link.Stalled());
            assertSilent(client);
            proxy.set(new Link.Open());
            assertThat(client.getInputStream().read()).isEqualTo(9);
            say(client, 2);
        }
    }

    @Test
    void a_slow_link_takes_its_time_and_a_change_of_it_frees_what_waits() throws IOException {
        try (Socket client = connect()) {
            proxy.set(new Link.Slow(Duration.ofMillis(100), 1_000_000));
            long start = System.nanoTime();
            say(client, 1);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
            proxy.set(new Link.Slow(Duration.ofHours(1), 1));
            assertSilent(client);
            proxy.set(new Link.Open());
            assertThat(client.getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    void a_target_that_is_away_closes_the_connection() throws IOException {
        try (TcpProxy toNobody = TcpProxy.to(FreePort.orGiven(0));
                Socket client = new Socket(InetAddress.getLoopbackAddress(), toNobody.port())) {
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void say(Socket client, int word) throws IOException {
        client.getOutputStream().write(word);
        assertThat(client.getInputStream().read()).isEqualTo(word);
    }

    private static void assertSilent(Socket client) throws IOException {
        client.getOutputStream().write(9);
        client.setSoTimeout(150);
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(10_000);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.startVirtualThread(() -> echo(client));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // closed by the proxy
        }
    }
}
