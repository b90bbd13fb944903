package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.CallState;
import com.voicesurvey.telephony.domain.call.CallStateMachine;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.domain.call.ContactState;
import com.voicesurvey.telephony.domain.call.Transition;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventHeader;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.UUID;

/** One event's effect on one call. */
@State(Scope.Thread)
public class StateMachineBenchmark {
    private final CallEvent answered = SampleCallback.event().event();
    private final CallState ringing = ringing(answered.header());

    @Benchmark
    public Transition answer() {
        return CallStateMachine.apply(ringing, answered);
    }

    private static CallState ringing(EventHeader header) {
        return new CallState(
                new CallAttempt(
                        new CallAttemptId(new UUID(1, 2)),
                        header.callId(),
                        header.campaignId(),
                        header.contactId(),
                        1,
                        header.providerCallId(),
                        CallStage.RINGING,
                        "ringing",
                        null,
                        null,
                        null,
                        null),
                new Contact(
                        header.contactId(),
                        new ContactStanding(ContactState.IN_PROGRESS, null),
                        1));
    }
}
