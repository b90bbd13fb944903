package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.local.simulate.CallRows;
import com.voicesurvey.telephony.local.simulate.NewCall;
import com.voicesurvey.telephony.testbed.simulation.CallPlan;

import org.jooq.exception.DataAccessException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/** The platform's scheduler: commits attempts, again and again while the database is away. */
final class Scheduler {
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(200);

    private final CallRows rows;
    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final List<String> calls = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("scheduler").unstarted(this::run);
    private volatile boolean finishing;

    private record Due(NewCall call, long at) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    Scheduler(DataSource database) {
        this.rows = new CallRows(database);
    }

    void start(List<UUID> campaigns) {
        campaigns.forEach(id -> rows.addCampaign(id, "Faults", "en"));
        thread.start();
    }

    /** Has a call's attempt committed at that time. */
    void plan(CallPlan plan, long at) {
        calls.add(plan.ids().callId());
        queue.add(
                new Due(
                        new NewCall(
                                plan.ids().callId(),
                                plan.ids().campaignId(),
                                plan.ids().contactId(),
                                plan.line().to()),
                        at));
    }

    /** Commits all that is planned, whatever its time, and says which calls those were. */
    List<String> finish() {
        finishing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return calls;
    }

    private void run() {
        List<NewCall> batch = new ArrayList<>();
        while (true) {
            boolean last = finishing;
            if (last) {
                queue.forEach(due -> batch.add(due.call()));
                queue.clear();
            } else {
                for (Due due = queue.poll(); due != null; due = queue.poll()) {
                    batch.add(due.call());
                }
            }
            if (!batch.isEmpty() && isCommitted(batch)) {
                batch.clear();
            }
            if (last && batch.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_TRIES / 2);
        }
    }

    private boolean isCommitted(List<NewCall> batch) {
        try {
            rows.addContacts(batch);
            rows.addAttempts(batch);
            return true;
        } catch (DataAccessException e) {
            LockSupport.parkNanos(BETWEEN_TRIES);
            return false;
        }
    }
}
