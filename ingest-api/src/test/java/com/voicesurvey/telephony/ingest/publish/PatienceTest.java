package com.voicesurvey.telephony.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class PatienceTest {
    private static final Duration LONG = Duration.ofSeconds(12);
    private static final Duration NOT_SO_LONG = Duration.ofSeconds(8);
    private static final SendResult TOO_LATE =
            new SendResult.Unanswered("no acknowledgement in time");

    @Test
    void a_kafka_that_acknowledges_nothing_is_given_up_after_the_silence() {
        try (Patience patience = new Patience(LONG, Duration.ofMillis(300))) {
            Delivery delivery = watched(patience);

            assertThat(delivery.await(LONG)).isEqualTo(TOO_LATE);
            assertThat(since(delivery)).isBetween(Duration.ofMillis(300), NOT_SO_LONG);
        }
    }

    @Test
    void a_kafka_that_acknowledges_others_gets_the_whole_budget() {
        try (Patience patience = new Patience(Duration.ofMillis(900), Duration.ofMillis(300));
                ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor()) {
            var _ =
                    others.scheduleAtFixedRate(
                            patience::acknowledged, 0, 20, TimeUnit.MILLISECONDS);
            Delivery delivery = watched(patience);

            assertThat(delivery.await(LONG)).isEqualTo(TOO_LATE);
            assertThat(since(delivery)).isBetween(Duration.ofMillis(900), NOT_SO_LONG);
        }
    }

    @Test
    void a_silence_before_the_delivery_began_does_not_count() {
        try (Patience patience = new Patience(LONG, Duration.ofMillis(300))) {
            watched(patience).await(LONG);
            Delivery later = watched(patience);

            assertThat(later.await(LONG)).isEqualTo(TOO_LATE);
            assertThat(since(later)).isBetween(Duration.ofMillis(300), NOT_SO_LONG);
        }
    }

    @Test
    void what_is_acknowledged_in_time_stays_so() {
        try (Patience patience = new Patience(LONG, Duration.ofMillis(200))) {
            Delivery acknowledged = watched(patience);
            Delivery forgotten = watched(patience);
            acknowledged.onCompletion(null, null);

            assertThat(forgotten.await(LONG)).isEqualTo(TOO_LATE);
            assertThat(acknowledged.await(LONG)).isEqualTo(new SendResult.Acknowledged());
        }
    }

    @Test
    void all_that_wait_are_given_up_not_only_the_first() {
        try (Patience patience = new Patience(LONG, Duration.ofMillis(200))) {
            List<Delivery> deliveries =
                    Stream.generate(() -> watched(patience)).limit(500).toList();

            assertThat(deliveries).allMatch(d -> d.await(LONG).equals(TOO_LATE));
            assertThat(since(deliveries.getFirst())).isLessThan(NOT_SO_LONG);
        }
    }

    @Test
    void what_is_settled_is_not_watched_for_the_rest_of_its_budget() {
        try (Patience patience = new Patience(LONG, LONG)) {
            watched(patience).onCompletion(null, null);

            await().atMost(NOT_SO_LONG).until(() -> patience.watched() == 0);
        }
    }

    @Test
    void once_closed_it_gives_nothing_up() {
        Patience patience = new Patience(LONG, Duration.ofMillis(100));
        patience.close();
        Delivery delivery = watched(patience);

        await().during(Duration.ofMillis(600)).until(() -> !delivery.isSettled());
    }

    private static Delivery watched(Patience patience) {
        Delivery delivery = new Delivery(patience::acknowledged);
        patience.watch(delivery);
        return delivery;
    }

    private static Duration since(Delivery delivery) {
        return Duration.ofNanos(System.nanoTime() - delivery.start());
    }
}
