package com.voicesurvey.telephony.local.verify;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.twilio.CallEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Compares calls with what became of them, once that has come to rest.
 *
 * @param topics null where only the database is looked at
 * @param patience how long nothing may move until what is missing counts as missing
 */
public record Judge(CallTables tables, @Nullable TopicReader topics, Duration patience) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** One who waits for half a minute. */
    public static Judge over(DataSource database, @Nullable String kafka) {
        return new Judge(
                new CallTables(database),
                kafka == null ? null : new TopicReader(kafka),
                Duration.ofSeconds(30));
    }

    /** Waits until all is applied, or nothing moves any more, and compares. */
    public Comparison compare(List<CallPlan> plans, Set<CallEvent> acknowledged, StopSignal stop) {
        Set<String> calls =
                plans.stream().map(plan -> plan.ids().callId()).collect(Collectors.toSet());
        awaitRest(calls, acknowledged.size(), stop);
        return Comparison.of(plans, acknowledged, tables.holdings(calls), dialogues(calls));
    }

    private void awaitRest(Set<String> calls, int events, StopSignal stop) {
        long applied = -1;
        long lastChange = System.nanoTime();
        while (true) {
            long now = tables.applied(calls);
            if (now >= events && tables.unsent() == 0) {
                return;
            }
            if (now != applied) {
                applied = now;
                lastChange = System.nanoTime();
            }
            boolean atRest = System.nanoTime() - lastChange > patience.toNanos();
            if (atRest || stop.await(BETWEEN_LOOKS)) {
                return;
            }
        }
    }

    private @Nullable DialogueCheck dialogues(Set<String> calls) {
        return topics == null
                ? null
                : DialogueCheck.of(
                        topics.read(Topics.CALL_EVENTS, calls),
                        topics.read(Topics.DIALOGUE_STARTS, calls));
    }
}
