package com.voicesurvey.telephony.processor.store;

import java.time.LocalDate;

/** How often an event of that day was repeated. */
public record DuplicateCount(LocalDate day, int count) {
    public DuplicateCount plus(int more) {
        return new DuplicateCount(day, count + more);
    }
}
