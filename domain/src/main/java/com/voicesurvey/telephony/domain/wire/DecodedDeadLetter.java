package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a record of {@code call-events-dlq} turned out to be. */
public sealed interface DecodedDeadLetter {
    /**
     * A record that was given up, with why.
     *
     * @param detail why in words for a person; one line of at most {@value #DETAIL_LENGTH}
     *     characters
     * @param time when it was given up
     * @param source where it was read; null where it never was on a topic, since ingest set it
     *     aside
     * @param original the record as it was before it was given up
     */
    record Letter(
            DeadLetterReason reason,
            String detail,
            Instant time,
            @Nullable RecordPlace source,
            WireRecord original)
            implements DecodedDeadLetter {
        public static final int DETAIL_LENGTH = 1000;

        public Letter {
            detail = OneLine.of(detail, DETAIL_LENGTH);
        }
    }

    /**
     * Not a dead letter that this version can read.
     *
     * @param why one line of at most {@value #WHY_LENGTH} characters, whatever it quotes
     */
    record Unreadable(String why) implements DecodedDeadLetter {
        public static final int WHY_LENGTH = 300;

        public Unreadable {
            why = OneLine.of(why, WHY_LENGTH);
        }
    }
}
