package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.simulate.CallRows;
import com.voicesurvey.telephony.local.simulate.NewCall;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** A campaign with five contacts that are being called; the same rows in every database. */
public final class DemoCampaign {
    /** The call that the printed commands are about. */
    public static final NewCall FIRST_CALL = call(1, "test-call-123");

    private static final UUID CAMPAIGN = id(0xc0, 1);
    private static final List<NewCall> CALLS =
            IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> i == 1 ? FIRST_CALL : call(i, "test-call-" + (122 + i)))
                    .toList();

    private DemoCampaign() {}

    /** Adds what is not there yet. */
    public static void insert(DataSource database) {
        CallRows rows = new CallRows(database);
        rows.addCampaign(CAMPAIGN, "Demo survey", "en");
        rows.addContacts(CALLS);
        rows.addAttempts(CALLS);
    }

    private static NewCall call(int number, String callId) {
        return new NewCall(callId, id(0xc0, 1), id(0xd0, number), "+1555010000" + number);
    }

    private static UUID id(int kind, int number) {
        return UUID.fromString("%08x-0000-4000-8000-%012d".formatted(kind, number));
    }
}
