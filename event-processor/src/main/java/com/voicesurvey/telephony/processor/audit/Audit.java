package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.message.SourceRecord;
import com.voicesurvey.telephony.processor.store.Attempts;
import com.voicesurvey.telephony.processor.store.Contacts;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Ledger;
import com.voicesurvey.telephony.processor.store.Offsets;
import com.voicesurvey.telephony.processor.topic.Progress;
import com.voicesurvey.telephony.processor.topic.TopicPosition;
import com.voicesurvey.telephony.processor.topic.TopicSource;
import com.voicesurvey.telephony.processor.topic.TopicSpan;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compares all calls of a part of the topic with the database.
 *
 * <p>Only what processors have applied counts: the part ends below their stored offsets. Where the
 * part holds more records than memory is meant for, it is read several times, each time for some of
 * the calls.
 *
 * <h2>Failure semantics</h2>
 *
 * Reads only, unless there is a repair; runs beside processors. A call that moves on meanwhile
 * counts as only partly read.
 */
public final class Audit {
    private static final int CALLS_AT_ONCE = 500;

    private final TopicSource topic;
    private final Database database;
    private final Clock clock;
    private final int ledgerDays;
    private final long recordsAtOnce;

    /**
     * An audit of that topic against that database.
     *
     * @param ledgerDays how many days the ledger is kept
     * @param recordsAtOnce how many records' events fit into memory
     */
    public Audit(
            TopicSource topic, Database database, Clock clock, int ledgerDays, long recordsAtOnce) {
        this.topic = topic;
        this.database = database;
        this.clock = clock;
        this.ledgerDays = ledgerDays;
        this.recordsAtOnce = recordsAtOnce;
    }

    /**
     * Does it.
     *
     * @param repair null to look only
     * @param found is told each difference
     * @throws org.apache.kafka.common.KafkaException if the topic cannot be read
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if the
     *     database fails
     */
    public AuditReport run(
            TopicPosition from,
            TopicPosition to,
            @Nullable CallRepair repair,
            Progress progress,
            Consumer<Difference> found) {
        TopicSpan asked = topic.span(from, to);
        Map<Integer, Long> stored =
                database.transaction(
                        tx -> Offsets.read(tx, asked.topicId(), asked.ranges().keySet()));
        TopicSpan span = asked.upTo(stored);
        int passes = Math.toIntExact(Math.max(1, Math.ceilDiv(span.size(), recordsAtOnce)));
        Tally tally = new Tally(asked.size() - span.size(), found);
        boolean complete = true;
        for (int pass = 0; pass < passes && complete; pass++) {
            Pass reading = new Pass(pass, passes, progress);
            topic.read(span, reading, chunk -> chunk.records().forEach(reading::take));
            complete = reading.complete;
            if (complete) {
                tally.readOnce(reading);
                judge(reading.calls, repair, tally);
            }
        }
        return tally.report(complete);
    }

    private void judge(Map<CallId, CallEvidence> calls, @Nullable CallRepair repair, Tally tally) {
        LocalDate ledgerSince =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(ledgerDays);
        List<CallEvidence> all = new ArrayList<>(calls.values());
        for (int i = 0; i < all.size(); i += CALLS_AT_ONCE) {
            List<CallEvidence> some = all.subList(i, Math.min(i + CALLS_AT_ONCE, all.size()));
            HeldCalls held = read(some.stream().map(CallEvidence::call).toList());
            List<CallEvidence> different = new ArrayList<>();
            for (CallEvidence evidence : some) {
                Verdict verdict =
                        CallComparison.of(held.of(evidence.call()), evidence, ledgerSince);
                tally.add(evidence.call(), verdict);
                if (verdict instanceof Verdict.Differs) {
                    different.add(evidence);
                }
            }
            if (repair != null && !different.isEmpty()) {
                tally.repaired += repair.repair(different, ledgerSince);
            }
        }
    }

    private HeldCalls read(List<CallId> calls) {
        return database.transaction(
                tx -> {
                    Map<CallId, CallAttempt> attempts = Attempts.read(tx, calls);
                    return new HeldCalls(
                            attempts,
                            Contacts.read(tx, HeldCalls.contactsOf(attempts.values())),
                            Ledger.ofCalls(tx, calls));
                });
    }

    /** One reading, for those calls whose turn it is. */
    private static final class Pass implements Progress {
        private final int number;
        private final int passes;
        private final Progress progress;
        private final Map<CallId, CallEvidence> calls = new HashMap<>();
        private long read;
        private long unreadable;
        private boolean complete = true;

        Pass(int number, int passes, Progress progress) {
            this.number = number;
            this.passes = passes;
            this.progress = progress;
        }

        void take(SourceRecord record) {
            read++;
            if (CallEventDecoder.decode(record.value()) instanceof DecodedValue.Event decoded) {
                CallId call = decoded.event().header().callId();
                if (Math.floorMod(call.hashCode(), passes) == number) {
                    calls.computeIfAbsent(call, CallEvidence::new)
                            .add(new ReadEvent(decoded.event(), placeOf(record)));
                }
            } else {
                unreadable++;
            }
        }

        /** Without what would fill memory. */
        private static SourceRecord placeOf(SourceRecord record) {
            return new SourceRecord(
                    record.topic(), record.partition(), record.offset(), null, null, List.of());
        }

        @Override
        public boolean at(long done, long total) {
            boolean goOn = progress.at(number * total + done, passes * total);
            complete = goOn || done >= total;
            return goOn;
        }
    }

    /** Adds up. */
    private static final class Tally {
        private final long leftToProcessors;
        private final Consumer<Difference> found;
        private long read;
        private long unreadable;
        private long calls;
        private long exact;
        private long different;
        private long differences;
        private long onlyPartlyRead;
        private long nothingToCompare;
        private long repaired;

        Tally(long leftToProcessors, Consumer<Difference> found) {
            this.leftToProcessors = leftToProcessors;
            this.found = found;
        }

        /** The same records each time. */
        void readOnce(Pass pass) {
            read = pass.read;
            unreadable = pass.unreadable;
        }

        void add(CallId call, Verdict verdict) {
            calls++;
            switch (verdict) {
                case Verdict.Exact _ -> exact++;
                case Verdict.OnlyPartlyRead _ -> onlyPartlyRead++;
                case Verdict.NothingToCompare _ -> nothingToCompare++;
                case Verdict.Differs differs -> {
                    different++;
                    differs.differences().forEach(this::found);
                }
                case Verdict.NoAttempt no -> {
                    different++;
                    found(new Difference(call, "attempt", no.events().size() + " events", "-"));
                }
            }
        }

        private void found(Difference difference) {
            differences++;
            found.accept(difference);
        }

        AuditReport report(boolean complete) {
            return new AuditReport(
                    read,
                    leftToProcessors,
                    unreadable,
                    calls,
                    exact,
                    different,
                    differences,
                    onlyPartlyRead,
                    nothingToCompare,
                    repaired,
                    complete);
        }
    }
}
