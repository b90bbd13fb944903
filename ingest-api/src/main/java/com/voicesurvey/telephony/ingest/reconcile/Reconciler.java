package com.voicesurvey.telephony.ingest.reconcile;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Works through the questions about overdue calls, one at a time, on a thread of its own.
 *
 * <h2>Failure semantics</h2>
 *
 * A question is done with once its answer is kept or there is none; until then, with the provider
 * or Kafka away, it is asked again after a wait that doubles up to a minute, and those behind it
 * wait too. A process that dies in between leaves it to whichever reads it next, and an end that is
 * kept twice counts once.
 */
public final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Enquiry enquiry;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("reconciler").unstarted(this::run);
    private Duration wait = SHORTEST_WAIT;

    private Reconciler(Supplier<Consumer<byte[], byte[]>> consumers, Enquiry enquiry) {
        this.consumers = consumers;
        this.enquiry = enquiry;
    }

    /**
     * Starts at once, whether a broker answers or not.
     *
     * @param consumers makes one that neither commits by itself nor begins anywhere but at the
     *     oldest question; throws {@link KafkaException} while no broker's name is known
     */
    public static Reconciler start(
            Supplier<Consumer<byte[], byte[]>> consumers,
            TelephonyProvider provider,
            EventPublisher publisher,
            Clock clock) {
        Reconciler reconciler = new Reconciler(consumers, new Enquiry(provider, publisher, clock));
        reconciler.thread.start();
        return reconciler;
    }

    /** Returns when the question in hand is done with, or given back. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopping()) {
                try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                    consumer.subscribe(List.of(Topics.OVERDUE_CALLS));
                    work(consumer);
                } catch (KafkaException e) {
                    LOG.warn("Overdue calls are asked about later: {}", Reason.of(e));
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        while (!isStopping()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!isDone(consumer, record)) {
                    return;
                }
                consumer.commitSync(
                        Map.of(
                                new TopicPartition(record.topic(), record.partition()),
                                new OffsetAndMetadata(record.offset() + 1)));
            }
        }
    }

    /** False when it is time to stop. */
    private boolean isDone(Consumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record)
            throws InterruptedException {
        OverdueCall call = OverdueCallCodec.decode(record.value());
        if (call == null) {
            LOG.error(
                    "Record {} of {}-{} is no question about a call; passed over",
                    record.offset(),
                    record.topic(),
                    record.partition());
            return true;
        }
        while (!isStopping()) {
            switch (enquiry.ask(call)) {
                case Enquiry.Result.Ended(var end) -> {
                    LOG.info("Call {} has ended: {}", call.callId(), end.wireName());
                    wait = SHORTEST_WAIT;
                    return true;
                }
                case Enquiry.Result.Nothing(String detail) -> {
                    LOG.info("Nothing to tell of overdue call {}: {}", call.callId(), detail);
                    wait = SHORTEST_WAIT;
                    return true;
                }
                case Enquiry.Result.Later(String detail) -> {
                    LOG.warn(
                            "Overdue call {} is asked about again in {} s: {}",
                            call.callId(),
                            wait.toSeconds(),
                            detail);
                    pause();
                    keepMembership(consumer);
                }
            }
        }
        return false;
    }

    /** Polls what is paused, so that the group sees that this consumer lives. */
    private static void keepMembership(Consumer<byte[], byte[]> consumer) {
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
        consumer.resume(consumer.assignment());
    }

    private void pause() throws InterruptedException {
        if (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
