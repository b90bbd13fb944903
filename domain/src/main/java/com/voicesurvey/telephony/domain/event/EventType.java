package com.voicesurvey.telephony.domain.event;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of call event, each with the stage that a call has reached once it is known. */
public enum EventType {
    INITIATED("call.initiated", CallStage.INITIATED),
    RINGING("call.ringing", CallStage.RINGING),
    ANSWERED("call.answered", CallStage.ANSWERED),
    /** Says nothing of how far the call has come. */
    MACHINE_DETECTED("call.machine_detected", CallStage.PLANNED),
    COMPLETED("call.completed", CallStage.ENDED),
    NO_ANSWER("call.no_answer", CallStage.ENDED),
    BUSY("call.busy", CallStage.ENDED),
    FAILED("call.failed", CallStage.ENDED),
    CANCELED("call.canceled", CallStage.ENDED);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final CallStage stage;

    EventType(String wireName, CallStage stage) {
        this.wireName = wireName;
        this.stage = stage;
    }

    /** The name in records, answers and tables, such as {@code call.answered}. */
    public String wireName() {
        return wireName;
    }

    public CallStage stage() {
        return stage;
    }

    /** The type of that wire name, or null if there is none. */
    public static @Nullable EventType ofWireName(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }
}
