package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventKey;
import java.time.LocalDate;

/** An event on its way into the ledger, with where it was read. */
public record LedgerEntry(CallEvent event, int partition, long offset) {
    public EventKey key() {
        return event.key();
    }

    LocalDate day() {
        return EventDay.of(event.header());
    }
}
