package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.simulate.CallRows;
import com.voicesurvey.telephony.local.simulate.NewCall;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** A campaign with six contacts that are being called; the same rows in every database. */
public final class DemoCampaign {
    /** The call that the printed commands are about. */
    public static final NewCall FIRST_CALL = call(1, "test-call-123");

    private static final UUID CAMPAIGN = id(0xc0, 1);

    /** The call that is over when one first looks. */
    static final NewCall LAST_CALL = call(5, "test-call-127");

    /** The call that does not end. */
    static final NewCall STUCK_CALL = call(6, "test-call-stuck");

    private static final List<NewCall> CALLS =
            List.of(
                    FIRST_CALL,
                    call(2, "test-call-124"),
                    call(3, "test-call-125"),
                    call(4, "test-call-126"),
                    LAST_CALL,
                    STUCK_CALL);

    /** Longer than any call is given. */
    private static final Duration STUCK_FOR = Duration.ofMinutes(40);

    private DemoCampaign() {}

    /** Adds what is not there yet. */
    public static void insert(DataSource database) {
        CallRows rows = new CallRows(database);
        rows.addCampaign(CAMPAIGN, "Demo survey", "en");
        rows.addContacts(CALLS);
        rows.addAttempts(CALLS);
        rows.setBack(STUCK_CALL, STUCK_FOR);
    }

    private static NewCall call(int number, String callId) {
        return new NewCall(callId, id(0xc0, 1), id(0xd0, number), "+1555010000" + number);
    }

    private static UUID id(int kind, int number) {
        return UUID.fromString("%08x-0000-4000-8000-%012d".formatted(kind, number));
    }
}
