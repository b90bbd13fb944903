package com.voicesurvey.telephony.ingest.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.ingest.config.DuplicateMemory;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Many threads at once. */
class OnceGateRaceTest {
    private static final EventKey KEY = OnceGateTest.key("c", EventType.RINGING);
    private static final int THREADS = 32;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OnceGate gate =
            new OnceGate(new DuplicateMemory(100_000, Duration.ofHours(1)), System::nanoTime);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void of_many_at_once_exactly_one_is_published_and_the_rest_are_duplicates() throws Exception {
        for (int round = 0; round < 300; round++) {
            EventKey key = OnceGateTest.key("round-" + round, EventType.BUSY);
            AtomicInteger published = new AtomicInteger();
            List<Admission> admissions =
                    together(
                            () -> {
                                published.incrementAndGet();
                                return new PublishResult.Durable();
                            },
                            key);
            assertThat(published).hasValue(1);
            assertThat(admissions).containsOnlyOnce(new Admission.Kept());
            assertThat(admissions).filteredOn(new Admission.AlreadyKept()::equals).hasSize(31);
        }
    }

    @Test
    void nobody_is_told_of_success_while_the_first_is_under_way() throws Exception {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch fate = new CountDownLatch(1);
        Future<Admission> first =
                threads.submit(() -> admit(KEY, () -> waiting(firstIsIn, fate, true)));
        firstIsIn.await();
        List<Future<Admission>> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            others.add(threads.submit(() -> admit(KEY, OnceGateRaceTest::unexpected)));
        }
        await().during(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !first.isDone() && others.stream().noneMatch(Future::isDone));
        fate.countDown();
        assertThat(first.get()).isEqualTo(new Admission.Kept());
        for (Future<Admission> other : others) {
            assertThat(other.get()).isEqualTo(new Admission.AlreadyKept());
        }
    }

    @Test
    void who_waited_for_a_failure_is_not_told_of_success() throws Exception {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch fate = new CountDownLatch(1);
        Future<Admission> first =
                threads.submit(() -> admit(KEY, () -> waiting(firstIsIn, fate, false)));
        firstIsIn.await();
        AtomicBoolean triedItself = new AtomicBoolean();
        CountDownLatch entered = new CountDownLatch(1);
        Future<Admission> waiter =
                threads.submit(
                        () -> {
                            entered.countDown();
                            return admit(
                                    KEY,
                                    () -> {
                                        triedItself.set(true);
                                        return new PublishResult.Durable();
                                    });
                        });
        entered.await();
        await().during(Duration.ofMillis(200)).until(() -> !waiter.isDone());
        fate.countDown();
        assertThat(first.get()).isEqualTo(new Admission.NotKept("away"));
        assertThat(waiter.get()).isEqualTo(new Admission.NotKept("away"));
        assertThat(triedItself).isFalse();
    }

    @Test
    void under_failures_at_random_a_success_is_told_only_of_what_is_durable() throws Exception {
        Set<EventKey> durable = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        for (int round = 0; round < 200; round++) {
            EventKey key = OnceGateTest.key("round-" + round, EventType.FAILED);
            List<Admission> admissions =
                    together(
                            () -> {
                                if (attempts.incrementAndGet() % 3 != 0) {
                                    return new PublishResult.Unavailable("away");
                                }
                                if (!durable.add(key)) {
                                    twice.incrementAndGet();
                                }
                                return new PublishResult.Durable();
                            },
                            key);
            Set<Admission> told = new HashSet<>(admissions);
            boolean success =
                    told.contains(new Admission.Kept())
                            || told.contains(new Admission.AlreadyKept());
            assertThat(success).isEqualTo(durable.contains(key));
        }
        assertThat(twice).hasValue(0);
    }

    private List<Admission> together(Supplier<PublishResult> publish, EventKey key)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Admission>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            futures.add(
                    threads.submit(
                            () -> {
                                start.await();
                                return admit(key, publish);
                            }));
        }
        List<Admission> admissions = new ArrayList<>();
        for (Future<Admission> future : futures) {
            admissions.add(future.get());
        }
        return admissions;
    }

    private Admission admit(EventKey key, Supplier<PublishResult> publish) {
        return gate.admit(key, () -> CompletableFuture.completedFuture(publish.get())).join();
    }

    private static PublishResult waiting(
            CountDownLatch isIn, CountDownLatch fate, boolean success) {
        isIn.countDown();
        try {
            fate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return success ? new PublishResult.Durable() : new PublishResult.Unavailable("away");
    }

    private static PublishResult unexpected() {
        throw new IllegalStateException("published although the first is under way");
    }
}
