package com.voicesurvey.telephony.ingest.reconcile;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.metrics.OverdueAnswer;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

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
 * kept twice counts once. A fault of this service costs the one question that it befell, which is
 * logged as an error and asked again by whoever asked first.
 */
public final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(2);

    /** For what is being kept; whoever waits for the provider is not waited for. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Enquiry enquiry;
    private final BackOff backOff;
    private final AnswerListener listener;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("reconciler").unstarted(this::run);

    /** Is told what came of asking. */
    @FunctionalInterface
    public interface AnswerListener {
        void answered(OverdueAnswer answer);
    }

    private Reconciler(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Enquiry enquiry,
            BackOff backOff,
            AnswerListener listener) {
        this.consumers = consumers;
        this.enquiry = enquiry;
        this.backOff = backOff;
        this.listener = listener;
    }

    /**
     * Starts at once, whether a broker answers or not.
     *
     * @param consumers makes one that neither commits by itself nor begins anywhere but at the
     *     oldest question; throws {@link KafkaException} while no broker's name is known
     * @param listener is told what came of each time that the provider was asked
     */
    public static Reconciler start(
            Supplier<Consumer<byte[], byte[]>> consumers,
            TelephonyProvider provider,
            EventPublisher publisher,
            Clock clock,
            AnswerListener listener) {
        return start(
                consumers,
                new Enquiry(provider, publisher, clock),
                new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
                listener);
    }

    static Reconciler start(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Enquiry enquiry,
            BackOff backOff,
            AnswerListener listener) {
        Reconciler reconciler = new Reconciler(consumers, enquiry, backOff, listener);
        reconciler.thread.start();
        return reconciler;
    }

    /** Returns within seconds: the question in hand is done with by then, or given back. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopping()) {
                try {
                    readWith(consumers.get());
                } catch (KafkaException e) {
                    LOG.warn("Overdue calls are asked about later: {}", Reason.of(e));
                    pause(backOff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing waits for a broker too, half a minute if it is not told otherwise. */
    private void readWith(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        try {
            consumer.subscribe(List.of(Topics.OVERDUE_CALLS));
            work(consumer);
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE));
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
                                new OffsetAndMetadata(record.offset() + 1)),
                        COMMIT);
                backOff.reset();
            }
        }
    }

    /** False when it is time to stop. */
    private boolean isDone(Consumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record)
            throws InterruptedException {
        OverdueCall call = OverdueCallCodec.decode(record.value());
        if (call == null) {
            listener.answered(OverdueAnswer.FAULT);
            LOG.error(
                    "Record {} of {}-{} is no question about a call; passed over",
                    record.offset(),
                    record.topic(),
                    record.partition());
            return true;
        }
        while (!isStopping()) {
            switch (answer(call)) {
                case Enquiry.Result.Ended(var end) -> {
                    listener.answered(OverdueAnswer.ENDED);
                    about(LOG.atInfo(), call)
                            .log("Call {} has ended: {}", call.callId(), end.wireName());
                    return true;
                }
                case Enquiry.Result.Nothing(String detail) -> {
                    listener.answered(OverdueAnswer.NOTHING);
                    about(LOG.atInfo(), call)
                            .log("Nothing to tell of overdue call {}: {}", call.callId(), detail);
                    return true;
                }
                case Enquiry.Result.Failed() -> {
                    listener.answered(OverdueAnswer.FAULT);
                    return true;
                }
                case Enquiry.Result.Later(String detail) -> {
                    listener.answered(OverdueAnswer.LATER);
                    Duration wait = backOff.next();
                    about(LOG.atWarn(), call)
                            .log(
                                    "Overdue call {} is asked about again in {} ms: {}",
                                    call.callId(),
                                    wait.toMillis(),
                                    detail);
                    pause(wait);
                    keepMembership(consumer);
                }
            }
        }
        return false;
    }

    private Enquiry.Result answer(OverdueCall call) {
        try {
            return enquiry.ask(call);
        } catch (RuntimeException e) {
            about(LOG.atError(), call)
                    .setCause(e)
                    .log("Asking about overdue call {} failed; passed over", call.callId());
            return new Enquiry.Result.Failed();
        }
    }

    /** With the call's id beside the message. */
    private static LoggingEventBuilder about(LoggingEventBuilder line, OverdueCall call) {
        return line.addKeyValue("call_id", call.callId());
    }

    /**
     * Polls what is paused, so that the group sees that this consumer lives. What comes of
     * partitions that it was given only now is to come once more.
     */
    private static void keepMembership(Consumer<byte[], byte[]> consumer) {
        consumer.pause(consumer.assignment());
        ConsumerRecords<byte[], byte[]> early = consumer.poll(Duration.ZERO);
        for (TopicPartition partition : early.partitions()) {
            consumer.seek(partition, early.records(partition).getFirst().offset());
        }
        consumer.resume(consumer.assignment());
    }

    private void pause(Duration wait) throws InterruptedException {
        var _ = stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
