package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a simulated call ends, in the shares of a survey's outbound calls. */
public enum CallEnding {
    COMPLETED(38, true, CallStatus.COMPLETED),
    COMPLETED_BY_MACHINE(14, true, CallStatus.COMPLETED),
    NO_ANSWER(26, true, CallStatus.NO_ANSWER),
    BUSY_AT_ONCE(5, false, CallStatus.BUSY),
    BUSY_AFTER_RINGING(4, true, CallStatus.BUSY),
    FAILED(7, false, CallStatus.FAILED),
    CANCELED_BEFORE_RINGING(3, false, CallStatus.CANCELED),
    CANCELED_WHILE_RINGING(3, true, CallStatus.CANCELED);

    private static final int ALL = 100;

    private final int percent;
    private final boolean rings;
    private final CallStatus last;

    CallEnding(int percent, boolean rings, CallStatus last) {
        this.percent = percent;
        this.rings = rings;
        this.last = last;
    }

    /** What the call goes through, in the order in which it does. */
    public List<CallStatus> statuses() {
        var statuses = new ArrayList<CallStatus>();
        statuses.add(CallStatus.INITIATED);
        if (rings) {
            statuses.add(CallStatus.RINGING);
        }
        if (answered()) {
            statuses.add(CallStatus.IN_PROGRESS);
        }
        statuses.add(last);
        return statuses;
    }

    /** Whether somebody, or a machine, picks up. */
    public boolean answered() {
        return last == CallStatus.COMPLETED;
    }

    static CallEnding draw(RandomGenerator random) {
        int drawn = random.nextInt(ALL);
        for (CallEnding ending : values()) {
            drawn -= ending.percent;
            if (drawn < 0) {
                return ending;
            }
        }
        throw new IllegalStateException("The shares do not add up to " + ALL);
    }
}
