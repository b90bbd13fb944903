package com.voicesurvey.telephony.local.bench.traffic;

import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Instant;

/** The benchmark's callbacks, with every parameter that Twilio sends. */
public final class Callbacks {
    private static final Line LINE =
            new Line(
                    "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                    "+15550100001",
                    "+393331234567",
                    "SAN FRANCISCO",
                    "CA",
                    "94105",
                    "",
                    "IT");

    private Callbacks() {}

    /** The callback of that kind of call at that step, for those ids. */
    public static StatusCallback of(CallKind kind, int step, CallIds ids, Instant time) {
        return new StatusCallback(ids, LINE, kind.steps().get(step), step, time, kind.end(step));
    }

    /** Path and query under which it is sent. */
    public static String pathAndQuery(CallIds ids) {
        return "/webhooks/telephony/events?call_id=%s&campaign_id=%s&contact_id=%s"
                .formatted(ids.callId(), ids.campaignId(), ids.contactId());
    }
}
