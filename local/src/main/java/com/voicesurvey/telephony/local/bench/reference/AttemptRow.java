package com.voicesurvey.telephony.local.bench.reference;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** What becomes of an attempt: its latest event, and when it was answered. */
record AttemptRow(TopicEvent latest, @Nullable OffsetDateTime answeredAt) {

    static AttemptRow of(TopicEvent event) {
        return new AttemptRow(event, event.isAnswer() ? event.time() : null);
    }

    /** After a later event of the same call. */
    AttemptRow then(AttemptRow later) {
        return new AttemptRow(later.latest, answeredAt != null ? answeredAt : later.answeredAt);
    }
}
