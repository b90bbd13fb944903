package com.voicesurvey.telephony.processor.operate;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.audit.AuditReport;
import com.voicesurvey.telephony.processor.audit.Difference;
import com.voicesurvey.telephony.processor.operate.JobView.DifferenceView;
import com.voicesurvey.telephony.processor.replay.ReplayReport;
import com.voicesurvey.telephony.processor.topic.Progress;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One piece of long work: runs on a thread of its own, is watched from others. */
final class Job implements Progress, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final int SHOWN_DIFFERENCES = 200;

    private final long id;
    private final String options;
    private final JobRequest request;
    private final Workbench workbench;
    private final Clock clock;
    private final Instant startedAt;
    private final List<DifferenceView> differences = new ArrayList<>();
    private String state = "running";
    private @Nullable Instant endedAt;
    private long done;
    private long total;
    private @Nullable String failure;
    private @Nullable ReplayReport replay;
    private @Nullable AuditReport audit;
    private boolean cancelled;

    Job(long id, JobRequest request, String options, Workbench workbench) {
        this.id = id;
        this.request = request;
        this.options = options;
        this.workbench = workbench;
        this.clock = workbench.clock();
        this.startedAt = clock.instant();
    }

    @Override
    public void run() {
        try (TopicSource topic = workbench.callEvents()) {
            switch (request) {
                case JobRequest.Replaying replaying ->
                        end(workbench.replay(topic).run(replaying.request(), this), null);
                case JobRequest.Auditing auditing ->
                        end(
                                null,
                                workbench
                                        .audit(topic)
                                        .run(
                                                auditing.from(),
                                                auditing.to(),
                                                auditing.repair() ? workbench.repair() : null,
                                                this,
                                                this::found));
            }
        } catch (RuntimeException e) {
            LOG.warn("Job {} failed", id, e);
            fail(Reason.of(e));
        }
    }

    @Override
    public synchronized boolean at(long records, long all) {
        done = records;
        total = all;
        return !cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    synchronized boolean isRunning() {
        return endedAt == null;
    }

    long id() {
        return id;
    }

    synchronized JobView view() {
        return new JobView(
                id,
                request instanceof JobRequest.Replaying ? "replay" : "audit",
                options,
                state,
                startedAt,
                endedAt,
                done,
                total,
                failure,
                replay,
                audit,
                differences);
    }

    private synchronized void found(Difference difference) {
        if (differences.size() < SHOWN_DIFFERENCES) {
            differences.add(
                    new DifferenceView(
                            difference.call().value(),
                            difference.field(),
                            difference.topicSays(),
                            difference.databaseSays()));
        }
    }

    private synchronized void end(@Nullable ReplayReport replayed, @Nullable AuditReport audited) {
        replay = replayed;
        audit = audited;
        boolean complete =
                (replayed == null || replayed.complete())
                        && (audited == null || audited.complete());
        state = complete ? "done" : "cancelled";
        endedAt = clock.instant();
    }

    private synchronized void fail(String reason) {
        failure = reason;
        state = "failed";
        endedAt = clock.instant();
    }
}
