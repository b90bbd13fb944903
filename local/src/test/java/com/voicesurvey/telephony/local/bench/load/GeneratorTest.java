package com.voicesurvey.telephony.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The generator against a small server in this JVM. */
class GeneratorTest {
    @TempDir Path folder;

    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private int stalled = -1;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void sends_as_many_as_are_due() throws IOException {
        LoadResult result = run(plan(4, 200, 500));
        assertThat(result.sent()).isEqualTo(100);
        assertThat(result.acknowledged()).isEqualTo(100);
        assertThat(LoadLog.read(folder.resolve("log")).size()).isEqualTo(100);
    }

    @Test
    void a_stall_shows_in_whatever_was_due_meanwhile() throws IOException {
        stalled = 20;
        LoadResult result = run(plan(1, 200, 500));
        // one request in a hundred was held up itself; those behind it waited as well
        assertThat(result.latencies().getCountBetweenValues(50_000, 1_000_000)).isGreaterThan(20);
    }

    @Test
    void a_closed_loop_sends_when_it_is_answered() throws IOException {
        LoadResult result = run(plan(8, 0, 300));
        assertThat(result.acknowledged()).isEqualTo(taken.get()).isPositive();
        assertThat(result.throughput()).isPositive();
    }

    private LoadResult run(LoadPlan plan) throws IOException {
        PreparedRequests requests = PreparedRequests.of(plan);
        Journal journal = new Journal(requests.size());
        Generator generator = new Generator(plan, requests, journal);
        long start = System.nanoTime();
        generator.run(start);
        journal.write(folder.resolve("log"), start, 0);
        return journal.result(plan, start);
    }

    private LoadPlan plan(int connections, double rate, long millis) {
        return new LoadPlan(
                server.getAddress().getPort(),
                "https://calls.example.com",
                "token",
                connections,
                rate,
                0,
                millis,
                0,
                20_000,
                folder.resolve("log").toString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (taken.getAndIncrement() == stalled) {
                pause();
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
        }
    }

    private static void pause() {
        try {
            assertThat(new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
