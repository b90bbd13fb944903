package com.voicesurvey.telephony.ingest.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.ingest.metrics.OverdueAnswer;
import com.voicesurvey.telephony.ingest.publish.FakePublisher;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What becomes of questions, on Kafka's own consumer in memory. */
class ReconcilerTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final OverdueTopic topic = new OverdueTopic();
    private final FakePublisher publisher = new FakePublisher();
    private final AskedProvider provider = new AskedProvider(ReconcilerTest::ended);
    private final List<OverdueAnswer> answers = new CopyOnWriteArrayList<>();
    private volatile Supplier<Consumer<byte[], byte[]>> consumers = () -> topic;
    private @Nullable Reconciler reconciler;

    @AfterEach
    void stop() {
        if (reconciler != null) {
            reconciler.close();
        }
    }

    @Test
    void a_question_is_done_with_only_once_its_answer_is_kept() {
        publisher.answer(new PublishResult.Unavailable("full"));
        topic.give(0, OverdueTopic.about("call-0"), OverdueTopic.about("call-1"));
        begin();
        await().atMost(IN_TIME).until(() -> provider.asked().size() > 2);
        assertThat(provider.asked()).containsOnly("CA-call-0");
        assertThat(topic.committed(0)).isZero();

        publisher.answer(new PublishResult.Durable());
        await().atMost(IN_TIME).until(() -> topic.committed(0) == 2);
        assertThat(provider.asked()).endsWith("CA-call-0", "CA-call-1");
    }

    @Test
    void a_provider_that_is_away_is_asked_again_and_those_behind_wait() {
        provider.answer(_ -> new FetchedCall.Unreachable("away"));
        topic.give(0, OverdueTopic.about("call-0"), OverdueTopic.about("call-1"));
        begin();
        await().atMost(IN_TIME).until(() -> provider.asked().size() > 2);
        assertThat(provider.asked()).containsOnly("CA-call-0");

        provider.answer(ReconcilerTest::ended);
        await().atMost(IN_TIME).until(() -> topic.committed(0) == 2);
        assertThat(publisher.events()).hasSize(2);
        assertThat(answers)
                .startsWith(OverdueAnswer.LATER, OverdueAnswer.LATER)
                .endsWith(OverdueAnswer.ENDED, OverdueAnswer.ENDED);
    }

    @Test
    void what_is_no_question_and_what_has_no_answer_hold_nobody_up() {
        provider.answer(
                id ->
                        id.value().equals("CA-call-1")
                                ? new FetchedCall.Unknown(id)
                                : ReconcilerTest.ended(id));
        topic.give(
                0,
                "{}".getBytes(StandardCharsets.UTF_8),
                OverdueTopic.about("call-1"),
                OverdueTopic.about("call-2"));
        begin();
        await().atMost(IN_TIME).until(() -> topic.committed(0) == 3);
        assertThat(provider.asked()).containsExactly("CA-call-1", "CA-call-2");
        assertThat(publisher.events()).hasSize(1);
        assertThat(answers)
                .containsExactly(OverdueAnswer.FAULT, OverdueAnswer.NOTHING, OverdueAnswer.ENDED);
    }

    @Test
    void a_fault_of_ours_costs_one_question() {
        provider.answer(
                id -> {
                    if (id.value().equals("CA-call-0")) {
                        throw new IllegalStateException("a fault");
                    }
                    return ReconcilerTest.ended(id);
                });
        topic.give(0, OverdueTopic.about("call-0"), OverdueTopic.about("call-1"));
        begin();
        await().atMost(IN_TIME).until(() -> topic.committed(0) == 2);
        assertThat(publisher.events()).hasSize(1);
        assertThat(answers).containsExactly(OverdueAnswer.FAULT, OverdueAnswer.ENDED);
    }

    @Test
    void questions_that_come_while_another_waits_are_not_lost() {
        provider.answer(_ -> new FetchedCall.Unreachable("away"));
        topic.give(0, OverdueTopic.about("call-0"));
        topic.give(1, OverdueTopic.about("of-another-partition"));
        begin();
        await().atMost(IN_TIME).until(() -> provider.asked().size() > 2);
        provider.answer(ReconcilerTest::ended);
        await().atMost(IN_TIME).until(() -> publisher.events().size() == 2);
        assertThat(provider.asked()).contains("CA-of-another-partition");
    }

    @Test
    void without_a_broker_it_begins_later() {
        Semaphore tries = new Semaphore(0);
        consumers =
                () -> {
                    tries.release();
                    throw new KafkaException("no such host");
                };
        begin();
        await().atMost(IN_TIME).until(() -> tries.availablePermits() > 2);
        topic.give(0, OverdueTopic.about("call-0"));
        consumers = () -> topic;
        await().atMost(IN_TIME).until(() -> topic.committed(0) == 1);
    }

    @Test
    void closing_does_not_wait_for_a_provider_that_does_not_answer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        provider.answer(
                _ -> {
                    asked.countDown();
                    return silence();
                });
        topic.give(0, OverdueTopic.about("call-0"));
        Reconciler started = begin();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        started.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(publisher.events()).isEmpty();
        assertThat(topic.closed()).isTrue();
    }

    @Test
    void closing_waits_for_what_is_being_kept() throws Exception {
        CompletableFuture<Void> gate = publisher.holdBack();
        topic.give(0, OverdueTopic.about("call-0"));
        Reconciler started = begin();
        await().atMost(IN_TIME).until(() -> publisher.events().size() == 1);
        Thread closing = Thread.ofPlatform().start(started::close);
        assertThat(closing.join(Duration.ofMillis(300))).isFalse();
        gate.complete(null);
        assertThat(closing.join(IN_TIME)).isTrue();
        assertThat(topic.committed(0)).isOne();
    }

    private Reconciler begin() {
        reconciler =
                Reconciler.start(
                        () -> consumers.get(),
                        new Enquiry(provider, publisher, Clock.systemUTC()),
                        new BackOff(Duration.ofMillis(5), Duration.ofMillis(20)),
                        answers::add);
        return reconciler;
    }

    private static FetchedCall ended(ProviderCallId id) {
        return new FetchedCall.Known(id, "busy", EventType.BUSY, null, null, null);
    }

    /** What a server has to say that takes a connection and nothing else. */
    private static FetchedCall silence() {
        try {
            var _ = new CountDownLatch(1).await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new FetchedCall.Unreachable("no answer");
    }
}
