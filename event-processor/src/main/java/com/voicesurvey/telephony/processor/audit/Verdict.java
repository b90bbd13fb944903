package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.Disposition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What the comparison of one call came to. */
public sealed interface Verdict {
    /** The database holds what the topic says. */
    record Exact() implements Verdict {}

    /**
     * The database holds something else.
     *
     * @param attempt as the topic has it
     * @param contact as the topic has it; null where it stands as it should, or is not telephony's
     * @param missing the events that the ledger does not hold, with what becomes of each
     */
    record Differs(
            List<Difference> differences,
            CallAttempt attempt,
            @Nullable Contact contact,
            Map<ReadEvent, Disposition> missing)
            implements Verdict {
        public Differs {
            differences = List.copyOf(differences);
            missing = Map.copyOf(missing);
        }
    }

    /**
     * The database has taken events that are not in the part of the topic that was read: they came
     * since, or lie before it, or are deleted.
     */
    record OnlyPartlyRead() implements Verdict {}

    /** All events wait for the attempt, or there is none that could be applied. */
    record NothingToCompare() implements Verdict {}

    /** There is neither an attempt nor anything that waits for it. */
    record NoAttempt(List<CallEvent> events) implements Verdict {}
}
