package com.voicesurvey.telephony.local.verify;

import java.util.List;

/** What the database holds of some calls. */
public record Holdings(List<HeldAttempt> attempts, List<HeldEvent> events) {
    public Holdings {
        attempts = List.copyOf(attempts);
        events = List.copyOf(events);
    }
}
