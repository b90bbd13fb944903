package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallEvent;
import com.voicesurvey.telephony.testbed.twilio.Delivery;

import org.HdrHistogram.ConcurrentHistogram;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts deliveries, from many threads at once. */
final class Tally {
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([^\"]*)\"");

    private final Map<String, LongAdder> accepted = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> rejected = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> gaveUp = new ConcurrentHashMap<>();
    private final Set<CallEvent> acknowledged = ConcurrentHashMap.newKeySet();
    private final LongAdder retries = new LongAdder();
    private final ConcurrentHistogram micros = new ConcurrentHistogram(3);

    Tally() {
        micros.setAutoResize(true);
    }

    void add(CallEvent event, Delivery delivery, Duration sinceDue) {
        switch (delivery) {
            case Delivery.Accepted answer -> {
                acknowledged.add(event);
                count(accepted, status(answer.body()));
            }
            case Delivery.Rejected answer -> count(rejected, answer.status());
            case Delivery.GaveUp none -> count(gaveUp, none.reason());
        }
        retries.add(delivery.attempts() - 1L);
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(sinceDue.toNanos()));
    }

    SimulationProgress progress(long planned) {
        long well = sum(accepted);
        return new SimulationProgress(planned, well + sum(rejected) + sum(gaveUp), well);
    }

    SimulationReport report(long planned, long sent, Duration elapsed) {
        return new SimulationReport(
                planned,
                sent,
                retries.sum(),
                new Answers(counts(accepted), counts(rejected), counts(gaveUp)),
                Latency.of(micros),
                elapsed,
                acknowledged);
    }

    private static String status(String body) {
        Matcher matcher = STATUS.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static <K> void count(Map<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
    }

    private static long sum(Map<?, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private static <K> Map<K, Long> counts(Map<K, LongAdder> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
    }
}
