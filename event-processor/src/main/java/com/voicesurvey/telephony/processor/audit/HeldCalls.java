package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.store.Disposition;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The database's calls by their ids, as three statements have read them. */
public record HeldCalls(
        Map<CallId, CallAttempt> attempts,
        Map<ContactId, Contact> contacts,
        Map<CallId, Map<EventKey, Disposition>> ledger) {

    /** The contacts of those attempts. */
    public static Set<ContactId> contactsOf(Collection<CallAttempt> attempts) {
        return attempts.stream().map(CallAttempt::contactId).collect(Collectors.toSet());
    }

    public HeldCall of(CallId call) {
        CallAttempt attempt = attempts.get(call);
        return new HeldCall(
                attempt,
                attempt == null ? null : Objects.requireNonNull(contacts.get(attempt.contactId())),
                ledger.getOrDefault(call, Map.of()));
    }
}
