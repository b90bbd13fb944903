package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rule 1: one event is applied once. The ledger sees to it; should a repetition come through all
 * the same, as in a replay of a day that the ledger has dropped, it changes nothing.
 */
class RepeatedEventTest {
    @ParameterizedTest
    @EnumSource
    void the_second_time_changes_nothing(EventType type) {
        CallEvent event = Report.of(type).sequence(1).event();
        Fold once = Fold.of(Situation.dialled().state(), event);

        assertThat(once.then(event)).isEqualTo(once);
        assertThat(CallStateMachine.apply(once.state(), event))
                .isEqualTo(
                        type == EventType.MACHINE_DETECTED
                                ? new Transition.Noted()
                                : new Transition.Overtaken(once.state()));
    }

    @Test
    void a_replay_of_the_whole_call_changes_nothing() {
        CallEvent[] events = {
            Report.of(EventType.INITIATED).event(),
            Report.of(EventType.RINGING).event(),
            Report.of(EventType.ANSWERED).event(),
            Report.of(EventType.COMPLETED).event()
        };
        Fold once = Fold.of(Situation.dialled().state(), events);

        assertThat(Fold.of(once.state(), events)).isEqualTo(new Fold(once.state(), 0));
    }
}
