package com.voicesurvey.telephony.local.bench.traffic;

import com.voicesurvey.telephony.testbed.twilio.CallStatus;

/**
 * One report of one call, as a single number: what a generator keeps a million of.
 *
 * @param call the call's number, from 0
 * @param step its place among the call's reports, from 0
 */
public record Report(long call, int step) {
    private static final int STEP_BITS = 2;

    /** The report of that code. */
    public static Report of(long code) {
        return new Report(code >> STEP_BITS, (int) (code & 3));
    }

    public long code() {
        return call << STEP_BITS | step;
    }

    public CallStatus status() {
        return CallKind.of(call).steps().get(step);
    }

    /** The event that ours makes of it, such as {@code call.answered}. */
    public String eventType() {
        return switch (status()) {
            case INITIATED -> "call.initiated";
            case RINGING -> "call.ringing";
            case IN_PROGRESS -> "call.answered";
            case COMPLETED -> "call.completed";
            case BUSY -> "call.busy";
            case NO_ANSWER -> "call.no_answer";
            case FAILED -> "call.failed";
            case CANCELED -> "call.canceled";
        };
    }
}
