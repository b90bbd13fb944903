package com.voicesurvey.telephony.processor.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.console.Figures.Calls;
import com.voicesurvey.telephony.processor.console.Figures.Lag;
import com.voicesurvey.telephony.processor.console.Figures.Latency;
import com.voicesurvey.telephony.processor.console.Figures.Parked;
import com.voicesurvey.telephony.processor.console.Figures.Partition;
import com.voicesurvey.telephony.processor.console.Figures.Rates;
import com.voicesurvey.telephony.processor.console.Figures.Slot;
import com.voicesurvey.telephony.processor.consume.TopicEnds;
import com.voicesurvey.telephony.processor.consume.TopicEnds.Answer;
import com.voicesurvey.telephony.processor.store.CallLists;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.store.LedgerSlot;
import com.voicesurvey.telephony.processor.store.Offsets;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures, taken while somebody watches, once for all who do. One thread takes them.
 *
 * <h2>Failure semantics</h2>
 *
 * What does not answer is missing from the figures and named in them; the rest is there.
 */
public final class LiveFigures {
    /** How often they are taken. */
    public static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, ToStringSerializer.instance))
                    .build();

    private final Watchers watchers;
    private final Database database;
    private final TopicEnds topics;
    private final IngestInstances ingest;
    private final OverdueRules rules;
    private final Clock clock;
    private final LedgerWindow ledger;
    private final OffsetTrack track = new OffsetTrack();

    public LiveFigures(
            Watchers watchers,
            Database database,
            TopicEnds topics,
            IngestInstances ingest,
            OverdueRules rules,
            Clock clock) {
        this.watchers = watchers;
        this.database = database;
        this.topics = topics;
        this.ingest = ingest;
        this.rules = rules;
        this.clock = clock;
        this.ledger = new LedgerWindow(database);
    }

    Watchers watchers() {
        return watchers;
    }

    /** Takes and sends them, if somebody watches. */
    public boolean takeIfWatched() throws InterruptedException {
        if (watchers.isEmpty()) {
            ledger.pause();
            track.pause();
        } else {
            watchers.send(json(take()));
        }
        return false;
    }

    private Figures take() throws InterruptedException {
        List<String> trouble = new ArrayList<>();
        Answer answer = topics.ask();
        Instant now = clock.instant();
        Answer.Ends ends = answer instanceof Answer.Ends known ? known : null;
        if (ends == null) {
            trouble.add("Kafka does not answer.");
        }
        Lag lag = null;
        Calls calls = null;
        Parked parked = null;
        Long letters = null;
        try {
            ledger.refresh(now);
            lag = ends == null ? null : lag(ends, now);
            calls = calls(now);
            parked = parked(now);
            letters = ends == null ? null : openLetters(ends.deadLetters());
        } catch (DatabaseUnavailableException e) {
            trouble.add("The database does not answer.");
        }
        boolean known = parked != null;
        Waits minute = Waits.of(ledger.since(now.minus(MINUTE)));
        return new Figures(
                now,
                trouble,
                lag == null ? null : rates(now),
                known
                        ? new Latency(
                                minute.events(), minute.percentile(0.5), minute.percentile(0.99))
                        : null,
                lag,
                calls,
                parked,
                letters,
                known
                        ? ledger.since(now.minus(LedgerWindow.LENGTH)).stream()
                                .mapToLong(LedgerSlot::duplicates)
                                .sum()
                        : null,
                ingest.ask(),
                LedgerWindow.SLOT.toSeconds(),
                slots(now));
    }

    private @Nullable Long openLetters(Answer.@Nullable Letters there) {
        return there == null
                ? null
                : there.records()
                        - database.transaction(tx -> SettledDeadLetters.count(tx, there.topicId()));
    }

    private Lag lag(Answer.Ends ends, Instant now) {
        Map<Integer, Long> next =
                database.transaction(tx -> Offsets.read(tx, ends.topicId(), ends.ends().keySet()));
        List<Partition> partitions = new ArrayList<>();
        ends.ends()
                .forEach(
                        (partition, end) -> {
                            // what was deleted unread is not waited for; what came meanwhile is
                            long done =
                                    Math.max(
                                            next.getOrDefault(partition, 0L),
                                            ends.firsts().getOrDefault(partition, 0L));
                            long reached = Math.max(end, done);
                            partitions.add(new Partition(partition, reached, done, reached - done));
                        });
        long written = partitions.stream().mapToLong(Partition::end).sum();
        long applied = partitions.stream().mapToLong(Partition::next).sum();
        track.add(
                ends.topicId(),
                new OffsetTrack.Point(now, written, applied),
                LedgerWindow.slotOf(now));
        track.forgetBefore(LedgerWindow.start(now));
        return new Lag(written - applied, partitions);
    }

    private Calls calls(Instant now) {
        Instant since = now.minus(rules.patience());
        return database.transaction(
                tx ->
                        new Calls(
                                CallLists.underWay(tx),
                                CallLists.countStuck(tx, since),
                                rules.patience().toSeconds()));
    }

    private Parked parked(Instant now) {
        return database.transaction(
                tx -> {
                    Instant oldest = CallLists.oldestParked(tx);
                    return new Parked(
                            CallLists.countParked(tx),
                            oldest == null ? null : Duration.between(oldest, now).toSeconds());
                });
    }

    /** Of the last complete slot until the offsets have been looked at twice. */
    private Rates rates(Instant now) {
        Rates moving = track.rates();
        if (moving != null) {
            return moving;
        }
        List<Slot> slots = slots(now);
        return new Rates(slots.getLast().in(), slots.getLast().applied());
    }

    /** Those that are complete. */
    private List<Slot> slots(Instant now) {
        List<Slot> slots = new ArrayList<>();
        Instant end = LedgerWindow.slotOf(now.minusSeconds(1));
        for (Instant start = LedgerWindow.start(now);
                start.isBefore(end);
                start = start.plus(LedgerWindow.SLOT)) {
            slots.add(slot(ledger.at(start), track.in(start)));
        }
        return slots;
    }

    /** The ledger does not count repetitions by time, nor the offsets what nobody watched. */
    private static Slot slot(LedgerSlot slot, OffsetTrack.@Nullable Moved moved) {
        double seconds = LedgerWindow.SLOT.toSeconds();
        Waits waits = Waits.of(List.of(slot));
        long written = moved == null ? 0 : moved.written();
        long applied = moved == null ? 0 : moved.applied();
        return new Slot(
                slot.start().getEpochSecond(),
                Math.max(slot.received(), written) / seconds,
                Math.max(slot.taken(), applied) / seconds,
                waits.percentile(0.5),
                waits.percentile(0.99),
                slot.duplicates(),
                moved == null ? null : moved.lag(),
                slot.endings());
    }

    private static String json(Figures figures) {
        try {
            return JSON.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts are always JSON", e);
        }
    }
}
