package com.voicesurvey.telephony.processor.replay;

import com.voicesurvey.telephony.processor.apply.BatchItem;
import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.TopicBatch;
import com.voicesurvey.telephony.processor.consume.BatchHandler;
import com.voicesurvey.telephony.processor.consume.StoredOffsets;
import com.voicesurvey.telephony.processor.message.ReplayMark;
import com.voicesurvey.telephony.processor.topic.Chunk;
import com.voicesurvey.telephony.processor.topic.Progress;
import com.voicesurvey.telephony.processor.topic.TopicSource;
import com.voicesurvey.telephony.processor.topic.TopicSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Applies a part of {@code call-events} again.
 *
 * <p>What processors have read, below their stored offsets, goes through the ledger alone. What
 * they have not read is left to them, since they start dialogues for it; unless the request takes
 * it over: it is applied as they would, offsets included, but no dialogue starts.
 *
 * <h2>Failure semantics</h2>
 *
 * Cut off at any point it leaves whole transactions behind; run again, it does the rest.
 */
public final class Replay {
    private final TopicSource topic;
    private final StoredOffsets offsets;
    private final Past past;
    private final Past dryRun;
    private final BatchHandler beyond;

    /** What is done with records that processors have read before. */
    @FunctionalInterface
    public interface Past {
        com.voicesurvey.telephony.processor.apply.ReplayCount apply(List<BatchItem> items);
    }

    /**
     * A replay of that topic.
     *
     * @param past applies what processors have read
     * @param dryRun counts the same without changing anything
     * @param beyond applies what they have not
     */
    public Replay(
            TopicSource topic, StoredOffsets offsets, Past past, Past dryRun, BatchHandler beyond) {
        this.topic = topic;
        this.offsets = offsets;
        this.past = past;
        this.dryRun = dryRun;
        this.beyond = beyond;
    }

    /**
     * Does it and returns once all is committed.
     *
     * @throws org.apache.kafka.common.KafkaException if the topic cannot be read
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if the
     *     database fails
     * @throws IllegalArgumentException if the request names a partition that is not there, or takes
     *     over records that do not follow on those that were read
     */
    public ReplayReport run(ReplayRequest request, Progress progress) {
        TopicSpan asked = topic.span(request.from(), request.to());
        Map<Integer, Long> stored = offsets.read(asked.topicId(), asked.ranges().keySet());
        TopicSpan span = request.takeOver() ? asked : asked.upTo(stored);
        if (request.takeOver()) {
            stored = withoutLostRecords(span, stored, request.dryRun());
        }
        ReplayTally tally = new ReplayTally();
        Reading watched = new Reading(progress);
        Map<Integer, Long> positions = stored;
        topic.read(span, watched, chunk -> take(chunk, request, positions, tally));
        return tally.report(asked.size() - span.size(), request.dryRun(), watched.complete);
    }

    private void take(
            Chunk chunk, ReplayRequest request, Map<Integer, Long> stored, ReplayTally tally) {
        List<BatchItem> before = new ArrayList<>();
        SortedMap<Integer, TopicBatch.Slice> after = new TreeMap<>();
        chunk.parts()
                .forEach(
                        (partition, part) -> {
                            long position = Objects.requireNonNull(stored.get(partition));
                            List<BatchItem> rest = new ArrayList<>();
                            part.records().stream()
                                    .map(record -> BatchItem.of(ReplayMark.on(record)))
                                    .filter(item -> isWanted(item, request))
                                    .forEach(
                                            item ->
                                                    (item.source().offset() < position
                                                                    ? before
                                                                    : rest)
                                                            .add(item));
                            if (part.next() > position) {
                                after.put(
                                        partition,
                                        new TopicBatch.Slice(
                                                Math.max(part.from(), position),
                                                part.next(),
                                                rest));
                            }
                        });
        tally.read(chunk.records().count());
        if (request.dryRun()) {
            after.values().forEach(slice -> before.addAll(slice.items()));
            tally.add(dryRun.apply(before));
            return;
        }
        tally.add(past.apply(before));
        if (!after.isEmpty()) {
            switch (beyond.apply(new TopicBatch(chunk.topicId(), after))) {
                case BatchOutcome.Committed done -> tally.add(done.report());
                case BatchOutcome.Gap gap ->
                        throw new IllegalStateException(
                                "partition "
                                        + gap.partition()
                                        + " stands at "
                                        + gap.storedOffset()
                                        + " in the database: somebody has set it back");
            }
        }
    }

    /** A record that cannot be read is of no call that anybody could name. */
    private static boolean isWanted(BatchItem item, ReplayRequest request) {
        return switch (item) {
            case BatchItem.Event event -> request.wants(event.read().event().header());
            case BatchItem.Unusable _ -> request.call() == null && request.campaign() == null;
        };
    }

    /**
     * The positions to go on from: where the oldest records are gone, from the oldest that is left.
     */
    private Map<Integer, Long> withoutLostRecords(
            TopicSpan span, Map<Integer, Long> stored, boolean dryRun) {
        Map<Integer, Long> positions = new TreeMap<>(stored);
        topic.all()
                .ranges()
                .forEach(
                        (partition, there) -> {
                            long position = Objects.requireNonNull(positions.get(partition));
                            if (position < there.from()) {
                                positions.put(partition, there.from());
                                if (!dryRun) {
                                    offsets.reset(span.topicId(), partition, there.from());
                                }
                            }
                            requireNoGap(
                                    partition,
                                    Objects.requireNonNull(span.ranges().get(partition)),
                                    Math.max(position, there.from()));
                        });
        return positions;
    }

    private static void requireNoGap(int partition, TopicSpan.Range range, long position) {
        if (range.size() > 0 && range.from() > position) {
            throw new IllegalArgumentException(
                    "partition %d was read to %d only, and the records from there to %d would be skipped: begin earlier"
                            .formatted(partition, position, range.from()));
        }
    }

    /** Whether the reading came to its end. */
    private static final class Reading implements Progress {
        private final Progress progress;
        private boolean complete = true;

        Reading(Progress progress) {
            this.progress = progress;
        }

        @Override
        public boolean at(long done, long total) {
            boolean goOn = progress.at(done, total);
            complete = goOn || done >= total;
            return goOn;
        }
    }
}
