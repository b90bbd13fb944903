package com.voicesurvey.telephony.domain.event;

/** How far a call has come; a call only ever moves forward through these. */
public enum CallStage {
    /** Nothing was reported yet. */
    PLANNED,
    INITIATED,
    RINGING,
    ANSWERED,
    ENDED;

    public boolean isBefore(CallStage other) {
        return compareTo(other) < 0;
    }
}
