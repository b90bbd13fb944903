package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.store.Disposition;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What the database holds of one call.
 *
 * @param attempt null where there is none
 * @param contact null where there is no attempt
 * @param ledger the events that were taken, and what became of each
 */
public record HeldCall(
        @Nullable CallAttempt attempt,
        @Nullable Contact contact,
        Map<EventKey, Disposition> ledger) {
    public HeldCall {
        ledger = Map.copyOf(ledger);
    }

    boolean isParked() {
        return ledger.containsValue(Disposition.PARKED);
    }
}
