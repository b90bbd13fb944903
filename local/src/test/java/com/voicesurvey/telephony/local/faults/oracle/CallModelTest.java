package com.voicesurvey.telephony.local.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The rules of the contract where they surprise. */
class CallModelTest {
    private static final Instant NOON = Instant.parse("2026-02-12T12:00:00Z");
    private static final CallIds IDS =
            new CallIds(
                    "call-1", new UUID(0, 1), new UUID(0, 2), "CA00000000000000000000000000000001");
    private static final Line LINE =
            new Line("AC1", "+15550100001", "+15550100002", "", "", "", "", "US");

    @Test
    void a_call_without_events_stands_as_planned() {
        CallRow row = new CallModel("call-1", List.of()).row();
        assertThat(row.column("call_stage")).isEqualTo("planned");
        assertThat(row.column("provider_call_id")).isEqualTo("none");
        assertThat(row.column("contact state")).isEqualTo("in_progress");
    }

    @Test
    void a_late_ringing_changes_nothing() {
        CallRow row = model(event(CallStatus.IN_PROGRESS, 2), event(CallStatus.RINGING, 1)).row();
        assertThat(row.column("call_stage")).isEqualTo("answered");
        assertThat(row.column("provider_raw_status")).isEqualTo("in-progress");
    }

    @Test
    void a_late_answer_is_noted_and_starts_no_dialogue() {
        CallModel model = model(event(CallStatus.COMPLETED, 2), event(CallStatus.IN_PROGRESS, 1));
        assertThat(model.row().column("answered_at")).isNotEqualTo("none");
        assertThat(model.row().column("call_stage")).isEqualTo("ended");
        assertThat(model.startsDialogue()).isFalse();
    }

    @Test
    void of_two_ends_the_lower_sequence_number_stands_whichever_came_first() {
        StatusCallback busy = event(CallStatus.BUSY, 3);
        StatusCallback completed = event(CallStatus.COMPLETED, 2);
        assertThat(model(busy, completed).row()).isEqualTo(model(completed, busy).row());
        assertThat(model(busy, completed).row().column("contact state")).isEqualTo("in_progress");
    }

    @Test
    void a_time_that_the_provider_has_not_told_may_be_any_and_must_be_there() {
        StatusCallback undated =
                new StatusCallback(
                        IDS, LINE, CallStatus.BUSY, 1, null, new CallEnd(0, 486, null, null, null));
        CallRow expected = model(undated).row();
        assertThat(with(expected, "1771000000").wrongAgainst(expected)).isEmpty();
        assertThat(with(expected, "none").wrongAgainst(expected)).containsKey("ended_at");
    }

    private static CallRow with(CallRow row, String endedAt) {
        var columns = new HashMap<>(row.columns());
        columns.put("ended_at", endedAt);
        return new CallRow(row.callId(), columns);
    }

    private static CallModel model(StatusCallback... events) {
        return new CallModel("call-1", List.of(events));
    }

    private static StatusCallback event(CallStatus status, int sequence) {
        @Nullable CallEnd end = status.isTerminal() ? new CallEnd(0, 200, null, null, null) : null;
        return new StatusCallback(IDS, LINE, status, sequence, NOON.plusSeconds(sequence), end);
    }
}
