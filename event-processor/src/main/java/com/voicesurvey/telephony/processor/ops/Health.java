package com.voicesurvey.telephony.processor.ops;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the processor can do its work now. Written by the consumer's thread, read by others. */
public final class Health {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private volatile boolean migrated;
    private volatile String waitingFor = "the database";
    private volatile boolean stopped;
    private volatile @Nullable Instant lastPoll;
    private volatile @Nullable String failure;
    private volatile BooleanSupplier database = () -> false;

    public Health(Clock clock) {
        this.clock = clock;
    }

    /** The tables are not there yet, for that reason. */
    public void waiting(String reason) {
        waitingFor = reason;
    }

    /** The tables are there; that asks whether the database answers. */
    public void migrated(BooleanSupplier databaseAnswers) {
        database = databaseAnswers;
        migrated = true;
    }

    /** The consumer polled the topic without trouble. */
    public void polled() {
        lastPoll = clock.instant();
        failure = null;
    }

    /** The consumer is in trouble until it polls or commits again. */
    public void failed(String detail) {
        failure = detail;
    }

    /** The consumer has ended. */
    public void stopped() {
        stopped = true;
    }

    boolean isLive() {
        return !stopped;
    }

    /** Asks the database too. */
    public boolean isReady() {
        return isReady(checks());
    }

    static boolean isReady(Map<String, String> checks) {
        return checks.values().stream().allMatch("ok"::equals);
    }

    /** Each check by name, {@code ok} or what is wrong. */
    Map<String, String> checks() {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("migrations", migrated ? "ok" : "not run yet: waiting for " + waitingFor);
        checks.put("database", database.getAsBoolean() ? "ok" : "does not answer");
        checks.put("consumer", consumer());
        return checks;
    }

    private String consumer() {
        if (stopped) {
            return "has ended";
        }
        if (failure != null) {
            return failure;
        }
        Instant polled = lastPoll;
        if (polled == null) {
            return "has not polled yet";
        }
        Duration silence = Duration.between(polled, clock.instant());
        return silence.compareTo(SILENCE) < 0
                ? "ok"
                : "has not polled for " + silence.toSeconds() + " s";
    }
}
