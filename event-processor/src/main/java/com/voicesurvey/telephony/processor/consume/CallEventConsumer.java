package com.voicesurvey.telephony.processor.consume;

import static java.util.stream.Collectors.toSet;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.TopicBatch;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Polls a topic and hands each batch on until it is committed; runs on one thread.
 *
 * <h2>Failure semantics</h2>
 *
 * A batch is handed in until it is committed or its partitions are somebody else's; nothing is
 * polled in between, but the membership is kept alive. After every assignment reading starts where
 * the database stands. Kafka's own offsets are committed afterwards, for lag monitors; nothing is
 * read from them. A topic of the same name and another id is read from its own stored offset: while
 * this consumer has not noticed the change, it moves the old topic's offset only, so that nothing
 * of the new one is skipped.
 */
public final class CallEventConsumer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CallEventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LAG_PERIOD = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final TopicWatch watch;
    private final StoredOffsets storedOffsets;
    private final BatchHandler handler;
    private final ConsumerListener listener;
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final CountDownLatch stopSignal = new CountDownLatch(1);
    private final Positions positions = new Positions();
    private long nextLag = System.nanoTime();
    private boolean allPaused;

    /**
     * A consumer to be run.
     *
     * @param consumer without automatic commits and automatic offset reset; closed at the end of
     *     the run
     */
    public CallEventConsumer(
            Consumer<byte[], byte[]> consumer,
            String topic,
            TopicIdentity identity,
            StoredOffsets storedOffsets,
            BatchHandler handler,
            ConsumerListener listener) {
        this.consumer = consumer;
        this.topic = topic;
        this.watch = new TopicWatch(topic, identity);
        this.storedOffsets = storedOffsets;
        this.handler = handler;
        this.listener = listener;
    }

    /** Runs until {@link #stop}, and leaves the group. */
    @Override
    public void run() {
        try (consumer;
                watch) {
            consumer.subscribe(List.of(topic), new Assignment());
            while (!isStopping()) {
                try {
                    step();
                } catch (WakeupException e) {
                    LOG.debug("Woken up");
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException | DatabaseUnavailableException e) {
                    waitAfter(e);
                }
            }
        } catch (InterruptException | InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted");
        }
    }

    /** Ends the run after the batch in hand, from any thread. */
    public void stop() {
        stopSignal.countDown();
        consumer.wakeup();
    }

    private void step() throws InterruptedException {
        noticeTopic();
        position();
        ConsumerRecords<byte[], byte[]> records = poll();
        String trouble = watch.trouble();
        if (trouble == null) {
            listener.polled();
        } else {
            listener.waiting(trouble);
        }
        String topicId = watch.id();
        if (topicId != null && !records.isEmpty()) {
            apply(BatchAssembly.assemble(topicId, records, positions));
        }
        tellLag();
    }

    private ConsumerRecords<byte[], byte[]> poll() throws InterruptedException {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            readWhatIsLeft(e.partitions());
            return ConsumerRecords.empty();
        }
    }

    private void apply(TopicBatch batch) {
        BatchOutcome outcome;
        try {
            outcome = handler.apply(batch);
        } catch (DatabaseUnavailableException e) {
            positions.forget(batch.partitions());
            throw e;
        }
        switch (outcome) {
            case BatchOutcome.Committed committed -> {
                backoff.reset();
                listener.committed(committed.report());
                consumer.commitAsync(groupOffsets(batch), CallEventConsumer::committed);
            }
            case BatchOutcome.Gap gap -> {
                LOG.warn(
                        "Partition {} was read from above its stored offset {}: reading it again from there",
                        gap.partition(),
                        gap.storedOffset());
                positions.forget(batch.partitions());
            }
        }
    }

    /** After another topic has taken the name, every partition is positioned anew. */
    private void noticeTopic() throws InterruptedException {
        if (watch.look()) {
            positions.forgetAll();
        }
    }

    /** Lets each partition that is not positioned yet go on where the database stands. */
    private void position() {
        Set<TopicPartition> unknown = positions.unknown();
        String topicId = watch.id();
        if (topicId == null) {
            consumer.pause(unknown);
            return;
        }
        if (unknown.isEmpty() && !allPaused) {
            return;
        }
        Set<Integer> numbers = unknown.stream().map(TopicPartition::partition).collect(toSet());
        Map<Integer, Long> stored =
                numbers.isEmpty() ? Map.of() : storedOffsets.read(topicId, numbers);
        stored.forEach(
                (number, offset) -> {
                    TopicPartition partition = new TopicPartition(topic, number);
                    consumer.seek(partition, offset);
                    positions.set(partition, offset);
                    LOG.debug("{} is read on from {}", partition, offset);
                });
        consumer.resume(positions.known());
        allPaused = false;
    }

    /**
     * Goes on at the oldest record left, where the stored offset is not on the topic: its records
     * were deleted by age, or the broker has lost some. The ledger passes over what is read twice.
     */
    private void readWhatIsLeft(Set<TopicPartition> partitions) throws InterruptedException {
        String before = watch.id();
        watch.lookSoon();
        noticeTopic();
        if (before == null || !before.equals(watch.id())) {
            return;
        }
        consumer.beginningOffsets(partitions)
                .forEach(
                        (partition, oldest) -> {
                            LOG.error(
                                    "{} no longer has the stored offset: going on at its oldest record, {}."
                                            + " Records in between are lost to this topic's retention",
                                    partition,
                                    oldest);
                            storedOffsets.reset(before, partition.partition(), oldest);
                            positions.add(partition);
                        });
    }

    /** Keeps the membership alive while nothing can be done. */
    private void waitAfter(RuntimeException cause) throws InterruptedException {
        Duration wait = backoff.next();
        LOG.warn("Trying again in {} ms: {}", wait.toMillis(), Reason.of(cause));
        listener.failed(cause);
        long until = System.nanoTime() + wait.toNanos();
        try {
            allPaused = true;
            consumer.pause(consumer.assignment());
            // what comes all the same is read again from its stored offset
            consumer.poll(wait).partitions().forEach(positions::add);
        } catch (WakeupException e) {
            return;
        } catch (KafkaException e) {
            LOG.debug("Kafka is away too", e);
        }
        stopSignal.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private Map<TopicPartition, OffsetAndMetadata> groupOffsets(TopicBatch batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        batch.slices()
                .forEach(
                        (number, slice) -> {
                            TopicPartition partition = new TopicPartition(topic, number);
                            if (positions.holds(partition)) {
                                offsets.put(partition, new OffsetAndMetadata(slice.next()));
                            }
                        });
        return offsets;
    }

    /** Now and then only: each partition's lag is a question to the consumer's own thread. */
    private void tellLag() {
        if (System.nanoTime() - nextLag < 0) {
            return;
        }
        nextLag = System.nanoTime() + LAG_PERIOD.toNanos();
        Map<Integer, Long> lag = new TreeMap<>();
        for (TopicPartition partition : positions.known()) {
            consumer.currentLag(partition)
                    .ifPresent(count -> lag.put(partition.partition(), count));
        }
        listener.lag(lag);
    }

    private boolean isStopping() {
        return stopSignal.getCount() == 0;
    }

    private static void committed(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            // the database owns the offsets: only lag monitors are behind until the next commit
            LOG.debug("Kafka did not take the group's offsets", failure);
        }
    }

    /** Follows which partitions this consumer holds. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            // a position of any kind, so that the consumer asks nobody for one, and nothing is read
            // before the database's is known
            assigned.forEach(partition -> consumer.seek(partition, 0));
            consumer.pause(assigned);
            assigned.forEach(positions::add);
            watch.lookSoon();
            LOG.info("Assigned {}", assigned);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            revoked.forEach(positions::remove);
            LOG.info("Revoked {}", revoked);
        }
    }
}
