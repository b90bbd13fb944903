package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.ingest.Callback;
import com.voicesurvey.telephony.ingest.IngestApi;
import com.voicesurvey.telephony.ingest.TestService;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** At least ten times as many callbacks as can be kept. */
class OverloadTest {
    private static final int CAPACITY = 20;
    private static final int OFFERED = 1500;
    private static final int SENDERS = 60;
    private static final String ROOM = "10";
    private static final long FLAT = 16L << 20;

    private final AtomicInteger sent = new AtomicInteger();

    private record Answered(int status, Duration after) {}

    @Test
    void it_sheds_early_answers_what_it_takes_in_time_and_recovers_at_once() throws Exception {
        try (IngestApi api =
                        TestService.start(
                                new BoundedPublisher(CAPACITY), "HTTP_MAX_IN_FLIGHT", ROOM);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(offer(api, client)).hasSize(OFFERED);
            long before = heap();
            long start = System.nanoTime();

            List<Answered> answers = offer(api, client);

            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(heap() - before).as("heap gained").isLessThan(FLAT);
            assertThat(OFFERED / seconds).as("offered").isGreaterThan(10.0 * CAPACITY);
            assertThat(answers).extracting(Answered::status).containsOnly(200, 503);
            assertThat(times(answers, 200))
                    .hasSizeBetween((int) (CAPACITY * seconds / 2), OFFERED / 2)
                    .last()
                    .satisfies(slowest -> assertThat(slowest).isLessThan(Duration.ofSeconds(8)));
            List<Duration> shed = times(answers, 503);
            assertThat(shed.get(shed.size() / 2)).isLessThan(Duration.ofSeconds(1));
            assertThat(send(api, client).status()).as("once it is over").isEqualTo(200);
        }
    }

    @Test
    void what_is_shed_is_shed_before_its_body_is_read() throws Exception {
        try (AttackedService attacked = new AttackedService("HTTP_MAX_IN_FLIGHT", "1")) {
            CompletableFuture<Void> gate = attacked.service.publisher.holdBack();
            try (Socket taken = Exchange.connect(attacked.port());
                    Socket shed = Exchange.connect(attacked.port())) {
                Exchange.write(taken, RawCallback.ofCall("taken").text());
                await().until(() -> attacked.calls().contains("taken"));
                Exchange.write(shed, RawCallback.ofCall("shed").head());
                assertThat(Exchange.untilClosed(shed)).startsWith("HTTP/1.1 503");
            } finally {
                gate.complete(null);
            }
        }
    }

    /** As fast as they are answered, by more senders than there is room for. */
    private List<Answered> offer(IngestApi api, HttpClient client) throws Exception {
        AtomicInteger left = new AtomicInteger(OFFERED);
        Callable<List<Answered>> sender =
                () -> {
                    List<Answered> answers = new ArrayList<>();
                    while (left.getAndDecrement() > 0) {
                        answers.add(send(api, client));
                    }
                    return answers;
                };
        List<Answered> all = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Answered>>> each = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                each.add(senders.submit(sender));
            }
            for (Future<List<Answered>> answers : each) {
                all.addAll(answers.get());
            }
        }
        return all;
    }

    private Answered send(IngestApi api, HttpClient client) throws Exception {
        long start = System.nanoTime();
        Callback callback = Callback.of("ringing").ofCall("call-" + sent.incrementAndGet());
        int status =
                client.send(callback.request(api.port()).build(), BodyHandlers.discarding())
                        .statusCode();
        return new Answered(status, Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Duration> times(List<Answered> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.status() == status)
                .map(Answered::after)
                .sorted()
                .toList();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
