package com.voicesurvey.telephony.processor.console;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that the page shows at one moment; what could not be asked is null.
 *
 * @param trouble what does not answer, in words
 * @param deadLetters null too where their topic is not there
 * @param ingest null where no instance is named
 */
record Figures(
        Instant at,
        List<String> trouble,
        @Nullable Rates rates,
        @Nullable Latency latency,
        @Nullable Lag lag,
        @Nullable Calls calls,
        @Nullable Parked parked,
        @Nullable Long deadLetters,
        @Nullable Long duplicates,
        @Nullable List<IngestInstance> ingest,
        long slotSeconds,
        List<Slot> slots) {

    // written out: javac leaves a compact constructor's @Nullable out of the class file
    @SuppressWarnings("TooManyParameters")
    Figures(
            Instant at,
            List<String> trouble,
            @Nullable Rates rates,
            @Nullable Latency latency,
            @Nullable Lag lag,
            @Nullable Calls calls,
            @Nullable Parked parked,
            @Nullable Long deadLetters,
            @Nullable Long duplicates,
            @Nullable List<IngestInstance> ingest,
            long slotSeconds,
            List<Slot> slots) {
        this.at = at;
        this.trouble = List.copyOf(trouble);
        this.rates = rates;
        this.latency = latency;
        this.lag = lag;
        this.calls = calls;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.duplicates = duplicates;
        this.ingest = ingest == null ? null : List.copyOf(ingest);
        this.slotSeconds = slotSeconds;
        this.slots = List.copyOf(slots);
    }

    /** Records a second, over the last ten seconds or less. */
    record Rates(double in, double applied) {}

    /**
     * From receipt to application, of the events of the last minute; null where there were none.
     */
    record Latency(long events, @Nullable Double p50Ms, @Nullable Double p99Ms) {}

    record Lag(long total, List<Partition> partitions) {}

    /**
     * How far a partition is applied.
     *
     * @param end the next offset to be written
     * @param next the next offset to be applied
     */
    record Partition(int partition, long end, long next, long lag) {}

    /**
     * Calls under way.
     *
     * @param byStage by the stage that they have reached
     * @param stuck how many of them should be over by {@code patienceSeconds} after their start
     */
    record Calls(Map<String, Long> byStage, long stuck, long patienceSeconds) {}

    /** Events that wait for their attempt. */
    record Parked(long events, @Nullable Long oldestSeconds) {}

    /** A span of {@code slotSeconds}; rates are a second's. */
    record Slot(
            long start,
            double in,
            double applied,
            @Nullable Double p50Ms,
            @Nullable Double p99Ms,
            long duplicates,
            @Nullable Long lag,
            Map<String, Long> endings) {}
}
