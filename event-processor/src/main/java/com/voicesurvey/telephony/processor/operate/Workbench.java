package com.voicesurvey.telephony.processor.operate;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.apply.BatchTransaction;
import com.voicesurvey.telephony.processor.apply.PoisonIsolation;
import com.voicesurvey.telephony.processor.apply.RepairTransaction;
import com.voicesurvey.telephony.processor.apply.ReplayPreview;
import com.voicesurvey.telephony.processor.apply.ReplayTransaction;
import com.voicesurvey.telephony.processor.audit.Audit;
import com.voicesurvey.telephony.processor.audit.CallRepair;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.consume.DatabaseOffsets;
import com.voicesurvey.telephony.processor.deadletter.DeadLetters;
import com.voicesurvey.telephony.processor.replay.Replay;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.topic.GroupMembers;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import java.time.Clock;
import java.util.function.Function;

/**
 * What operators' work is done with.
 *
 * @param topics opens a topic by its name; whoever opens it closes it
 * @param processors the processors that are running
 */
public record Workbench(
        ProcessorConfig config,
        Database database,
        Function<String, TopicSource> topics,
        GroupMembers processors,
        Clock clock) {

    /** What an event takes of memory while an audit holds it, half as much again in reserve. */
    private static final long BYTES_OF_AN_EVENT = 2_000;

    public TopicSource callEvents() {
        return topics.apply(Topics.CALL_EVENTS);
    }

    public TopicSource deadLetterTopic() {
        return topics.apply(Topics.DEAD_LETTERS);
    }

    public Replay replay(TopicSource topic) {
        return new Replay(
                topic,
                new DatabaseOffsets(database),
                new ReplayTransaction(database, clock)::apply,
                new ReplayPreview(database)::apply,
                new PoisonIsolation(new BatchTransaction(database, clock))::apply);
    }

    public Audit audit(TopicSource topic) {
        return new Audit(
                topic,
                database,
                clock,
                config.ledgerDays(),
                Math.max(50_000, Runtime.getRuntime().maxMemory() / 2 / BYTES_OF_AN_EVENT));
    }

    public CallRepair repair() {
        return new RepairTransaction(database, clock);
    }

    public DeadLetters deadLetters(TopicSource topic) {
        return new DeadLetters(topic, database, clock);
    }
}
