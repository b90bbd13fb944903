package com.voicesurvey.telephony.local.bench.traffic;

import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a call goes: what is reported of it, in order. */
public enum CallKind {
    ANSWERED(70, CallStatus.COMPLETED),
    NO_ANSWER(15, CallStatus.NO_ANSWER),
    BUSY(8, CallStatus.BUSY),
    FAILED(4, CallStatus.FAILED),
    CANCELED(3, CallStatus.CANCELED);

    private static final List<CallStatus> UNANSWERED =
            List.of(CallStatus.INITIATED, CallStatus.RINGING);
    private static final Map<CallKind, List<CallStatus>> STEPS =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind, CallKind::allSteps));
    private static final CallKind[] OF_A_HUNDRED = ofAHundred();

    private final int percent;
    private final CallStatus end;

    CallKind(int percent, CallStatus end) {
        this.percent = percent;
        this.end = end;
    }

    /** The kind of the call of that number; any hundred calls in a row are of all kinds. */
    public static CallKind of(long call) {
        // 37 has no divisor in common with 100: neighbours are of different kinds
        return OF_A_HUNDRED[(int) (call * 37 % 100)];
    }

    /** What is reported, in order; each kind has three or four. */
    public List<CallStatus> steps() {
        return Objects.requireNonNull(STEPS.get(this));
    }

    /** What the terminal report tells, null for the reports before it. */
    @Nullable CallEnd end(int step) {
        return step < steps().size() - 1
                ? null
                : switch (this) {
                    case ANSWERED -> new CallEnd(42, 200, null, null, null);
                    case NO_ANSWER -> new CallEnd(0, 487, null, null, null);
                    case BUSY -> new CallEnd(0, 486, null, null, null);
                    case FAILED -> new CallEnd(0, 404, "13224", "Invalid phone number", null);
                    case CANCELED -> new CallEnd(0, null, null, null, null);
                };
    }

    private List<CallStatus> allSteps() {
        List<CallStatus> all = new ArrayList<>(UNANSWERED);
        if (this == ANSWERED) {
            all.add(CallStatus.IN_PROGRESS);
        }
        all.add(end);
        return List.copyOf(all);
    }

    private static CallKind[] ofAHundred() {
        CallKind[] kinds = new CallKind[100];
        int next = 0;
        for (CallKind kind : values()) {
            for (int i = 0; i < kind.percent; i++) {
                kinds[next++] = kind;
            }
        }
        return kinds;
    }
}
