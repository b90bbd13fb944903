package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Instant;
import java.util.List;

/**
 * Every permutation of every subset of a call's events, each event repeated wherever it can be,
 * from every kind of initial state.
 */
class EveryOrderTest {
    private static final Instant T0 = Instant.parse("2026-02-12T11:48:25Z");
    private static final ProviderCallId OTHER = new ProviderCallId("CA2");

    static final List<CallState> INITIAL =
            List.of(
                    Situation.dialled().state(),
                    Situation.dialled().legUnknown().state(),
                    Situation.dialled().at(CallStage.RINGING, "ringing").state(),
                    Situation.dialled()
                            .at(CallStage.ANSWERED, "in-progress")
                            .answeredAt(T0)
                            .state(),
                    Situation.dialled().outcome(CallOutcome.REFUSED).state(),
                    Situation.dialled().contact(ContactState.EXCLUDED, null).state(),
                    Situation.dialled().contact(ContactState.PENDING, CallOutcome.BUSY).state(),
                    Situation.dialled().contact(ContactState.NOT_REACHED, CallOutcome.BUSY).state(),
                    Situation.dialled().attempt(2, 2).state(),
                    Situation.dialled().attempt(1, 2).state(),
                    Situation.overBeforeEventsWereKept().state(),
                    Situation.overBeforeEventsWereKept()
                            .legUnknown()
                            .outcome(CallOutcome.NO_ANSWER)
                            .contact(ContactState.NOT_REACHED, CallOutcome.NO_ANSWER)
                            .state());

    @ParameterizedTest
    @FieldSource("INITIAL")
    void of_a_call_as_it_should_be(CallState initial) {
        new CheckedSteps(initial)
                .inEveryOrder(
                        List.of(
                                Report.of(EventType.INITIATED).sequence(0).at(T0).event(),
                                Report.of(EventType.RINGING).sequence(1).at(T0).event(),
                                Report.of(EventType.ANSWERED)
                                        .sequence(2)
                                        .at(T0.plusSeconds(9))
                                        .event(),
                                Report.of(EventType.COMPLETED)
                                        .sequence(3)
                                        .at(T0.plusSeconds(22))
                                        .event()));
    }

    @ParameterizedTest
    @FieldSource("INITIAL")
    void of_five_contradicting_ends(CallState initial) {
        new CheckedSteps(initial)
                .inEveryOrder(
                        List.of(
                                Report.of(EventType.COMPLETED).sequence(2).at(T0).event(),
                                Report.of(EventType.NO_ANSWER).sequence(2).at(T0).event(),
                                Report.of(EventType.BUSY).at(T0.minusSeconds(1)).event(),
                                Report.of(EventType.FAILED).sequence(1).event(),
                                Report.of(EventType.CANCELED).event()));
    }

    @ParameterizedTest
    @FieldSource("INITIAL")
    void of_a_call_without_sequence_numbers_or_times(CallState initial) {
        new CheckedSteps(initial)
                .inEveryOrder(
                        List.of(
                                Report.of(EventType.RINGING).event(),
                                Report.of(EventType.ANSWERED).receivedAt(T0).event(),
                                Report.of(EventType.COMPLETED).event(),
                                Report.of(EventType.BUSY).receivedAt(T0).event(),
                                Report.of(EventType.NO_ANSWER)
                                        .at(Instant.parse("2999-01-01T00:00:00Z"))
                                        .event()));
    }

    @ParameterizedTest
    @FieldSource("INITIAL")
    void of_a_call_with_a_child_leg_and_a_contradiction_among_its_events(CallState initial) {
        List<CallEvent> events =
                List.of(
                        Report.of(EventType.RINGING).sequence(0).event(),
                        Report.of(EventType.ANSWERED).sequence(1).event(),
                        Report.of(EventType.COMPLETED).sequence(2).event(),
                        Report.of(EventType.ANSWERED).leg(OTHER).childOf(Report.LEG).event(),
                        Report.of(EventType.BUSY).leg(OTHER).childOf(Report.LEG).event(),
                        Report.of(EventType.FAILED).call(new CallId("another")).event());
        new CheckedSteps(initial).inEveryOrder(events);
    }
}
