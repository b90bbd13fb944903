package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.processor.db.enums.CallStage;
import com.voicesurvey.telephony.processor.db.enums.ContactState;
import com.voicesurvey.telephony.processor.db.enums.EventDisposition;

import org.junit.jupiter.api.Test;

/** Events that are not the attempt's to follow. */
class OtherLegIT extends PipelineTest {

    @Test
    void a_child_leg_is_recorded_and_not_applied() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(
                call.answered(),
                CallEvent.of(
                        EventType.BUSY,
                        call.header("busy", 0, new ProviderCallId("CAparent")),
                        null,
                        null));
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle().getCallStage())
                .isEqualTo(CallStage.answered);
        assertThat(
                        pipeline.sql.fetchCount(
                                PROCESSED_EVENTS,
                                PROCESSED_EVENTS.DISPOSITION.eq(EventDisposition.other_leg)))
                .isEqualTo(1);
    }

    @Test
    void a_straggler_of_the_first_attempt_says_nothing_about_the_second() {
        TestCall first = pipeline.seeds.call("call-1");
        TestCall second = first.again("call-2");
        pipeline.seeds.attempt(second, 2);
        pipeline.startProcessor();

        pipeline.produce(second.ringing(), first.busy());
        pipeline.awaitAllApplied();

        var contact =
                pipeline.sql
                        .selectFrom(com.voicesurvey.telephony.processor.db.Tables.CONTACTS)
                        .fetchSingle();
        assertThat(contact.getState()).isEqualTo(ContactState.in_progress);
        assertThat(contact.getLastOutcome()).isNull();
    }
}
