package com.voicesurvey.telephony.domain.wire;

/** The topics that the services share. */
public final class Topics {
    /** Call events, key = call_id, CloudEvents in binary mode. */
    public static final String CALL_EVENTS = "call-events";

    /** Records that could not be applied, as they came, with {@link DeadLetterHeaders}. */
    public static final String DEAD_LETTERS = "call-events-dlq";

    /** Dialogues to start, key = call_id, CloudEvents in binary mode. */
    public static final String DIALOGUE_STARTS = "dialogue-starts";

    /** Calls to ask the provider about, key = call_id, CloudEvents in binary mode. */
    public static final String OVERDUE_CALLS = "call-overdue";

    private Topics() {}
}
