package com.voicesurvey.telephony.ingest.contract;

/** What a provider may have to say of a call, to be written as each of them would. */
public enum Report {
    INITIATED("call.initiated"),
    ANSWERED("call.answered"),
    COMPLETED("call.completed"),
    NO_ANSWER("call.no_answer"),
    BUSY("call.busy"),
    FAILED("call.failed"),
    CANCELED("call.canceled");

    private final String eventType;

    Report(String eventType) {
        this.eventType = eventType;
    }

    String eventType() {
        return eventType;
    }
}
