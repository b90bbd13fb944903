package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CAMPAIGNS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import com.voicesurvey.telephony.processor.db.enums.ContactState;

import org.jooq.DSLContext;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows as the scheduler leaves them when it dials. */
record Seeds(DSLContext sql) {

    /** A campaign, a contact in progress and its first attempt. */
    TestCall call() {
        return call("call-" + UUID.randomUUID());
    }

    TestCall call(String callId) {
        TestCall call = TestCall.of(callId);
        contact(call);
        attempt(call, 1);
        return call;
    }

    /** A call that the provider has taken on, and reports nothing of. */
    TestCall dialled(String callId, Instant at) {
        TestCall call = call(callId);
        sql.update(CALL_ATTEMPTS)
                .set(CALL_ATTEMPTS.PROVIDER_CALL_ID, call.leg().value())
                .set(CALL_ATTEMPTS.STARTED_AT, at.atOffset(ZoneOffset.UTC))
                .where(CALL_ATTEMPTS.CALL_ID.eq(callId))
                .execute();
        return call;
    }

    void contact(TestCall call) {
        sql.insertInto(CAMPAIGNS, CAMPAIGNS.ID, CAMPAIGNS.NAME)
                .values(call.campaign().value(), "test")
                .execute();
        sql.insertInto(
                        CONTACTS,
                        CONTACTS.ID,
                        CONTACTS.CAMPAIGN_ID,
                        CONTACTS.PHONE_NUMBER,
                        CONTACTS.STATE)
                .values(
                        call.contact().value(),
                        call.campaign().value(),
                        "+15550100002",
                        ContactState.in_progress)
                .execute();
    }

    void attempt(TestCall call, int number) {
        sql.insertInto(
                        CALL_ATTEMPTS,
                        CALL_ATTEMPTS.CONTACT_ID,
                        CALL_ATTEMPTS.CAMPAIGN_ID,
                        CALL_ATTEMPTS.ATTEMPT_NUMBER,
                        CALL_ATTEMPTS.CALL_ID)
                .values(call.contact().value(), call.campaign().value(), number, call.id().value())
                .execute();
    }
}
