package com.voicesurvey.telephony.processor.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many tries to sign in have failed of late, by address. */
final class FailedTries {
    /** What an address may get wrong within {@link #SPAN}. */
    static final int MOST = 5;

    static final Duration SPAN = Duration.ofMinutes(1);

    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Tries> byAddress =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                    return size() > ADDRESSES;
                }
            };

    FailedTries(Clock clock) {
        this.clock = clock;
    }

    private record Tries(Instant since, int count) {}

    synchronized boolean areTooMany(String address) {
        return current(address).count() >= MOST;
    }

    synchronized void add(String address) {
        Tries tries = current(address);
        byAddress.put(address, new Tries(tries.since(), tries.count() + 1));
    }

    private Tries current(String address) {
        Instant now = clock.instant();
        Tries tries = byAddress.getOrDefault(address, new Tries(now, 0));
        return Duration.between(tries.since(), now).compareTo(SPAN) < 0 ? tries : new Tries(now, 0);
    }
}
