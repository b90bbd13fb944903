package com.voicesurvey.telephony.testbed.proxy;

import java.time.Duration;

/** How a network behaves between two programs. */
public sealed interface Link {

    /** Everything passes at once. */
    record Open() implements Link {}

    /** Connections are closed, and new ones refused: the program at the other end is gone. */
    record Cut() implements Link {}

    /**
     * Half-open: connections are taken, what is sent is taken too, and nobody ever answers. Such
     * connections are closed when the link changes, since their streams have holes.
     */
    record Swallowing() implements Link {}

    /** Nothing moves and nothing is closed; what was under way arrives when the link is open. */
    record Stalled() implements Link {}

    /**
     * Late and thin, in each direction of each connection.
     *
     * @param latency how much later each piece arrives
     * @param bytesPerSecond at least 1
     */
    record Slow(Duration latency, int bytesPerSecond) implements Link {
        public Slow {
            if (latency.isNegative() || bytesPerSecond < 1) {
                throw new IllegalArgumentException(
                        "latency and bytesPerSecond must not be negative or 0: %s, %d"
                                .formatted(latency, bytesPerSecond));
            }
        }

        Duration delay(int bytes) {
            return latency.plusNanos(bytes * 1_000_000_000L / bytesPerSecond);
        }
    }
}
