package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class BackgroundTaskTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void who_wakes_it_need_not_wait_for_the_piece_under_way() throws Exception {
        Semaphore begun = new Semaphore(0);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger pieces = new AtomicInteger();
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        2,
                        NEVER,
                        () -> {
                            int piece = pieces.incrementAndGet();
                            begun.release();
                            if (piece == 3) {
                                end.await();
                            }
                            return false;
                        })) {
            task.start(Duration.ZERO);
            begun.acquire(2);

            task.wake();
            begun.acquire();
            task.wake();
            begun.acquire();

            assertThat(pieces.get()).isEqualTo(4);
            end.countDown();
        }
    }

    @Test
    void its_first_piece_waits_until_it_is_woken() throws Exception {
        Semaphore begun = new Semaphore(0);
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        1,
                        NEVER,
                        () -> {
                            begun.release();
                            return false;
                        })) {
            task.start(NEVER);
            assertThat(begun.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();

            task.wake();
            begun.acquire();
        }
    }

    @Test
    void what_wakes_it_in_mid_piece_has_it_run_again() throws Exception {
        Semaphore begun = new Semaphore(0);
        CyclicBarrier step = new CyclicBarrier(2);
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        1,
                        NEVER,
                        () -> {
                            begun.release();
                            meet(step);
                            return false;
                        })) {
            task.start(Duration.ZERO);
            begun.acquire();
            task.wake();
            task.wake();

            // as it starts, and once more for both
            meet(step);
            meet(step);

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> step.await(200, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void one_that_was_never_started_ends_at_once() {
        new BackgroundTask("test", 2, NEVER, () -> true).close();
    }

    private static void meet(CyclicBarrier step) throws InterruptedException {
        try {
            step.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
