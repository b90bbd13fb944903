package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class EventTypeTest {
    @Test
    void the_wire_names_are_the_published_ones() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::wireName))
                .containsExactly(
                        "call.initiated",
                        "call.ringing",
                        "call.answered",
                        "call.machine_detected",
                        "call.completed",
                        "call.no_answer",
                        "call.busy",
                        "call.failed",
                        "call.canceled");
    }

    @Test
    void every_type_is_found_by_its_wire_name() {
        assertThat(EventType.values())
                .allSatisfy(
                        type -> assertThat(EventType.ofWireName(type.wireName())).isEqualTo(type));
    }

    @Test
    void another_name_has_no_type() {
        assertThat(EventType.ofWireName("call.unknown")).isNull();
        assertThat(EventType.ofWireName("CALL.ANSWERED")).isNull();
        assertThat(EventType.ofWireName("")).isNull();
    }

    @Test
    void progress_has_a_stage_of_its_own_and_every_end_is_ended() {
        assertThat(EventType.values())
                .allSatisfy(
                        type ->
                                assertThat(type.stage() == CallStage.ENDED)
                                        .isEqualTo(
                                                Report.of(type).event()
                                                        instanceof CallEvent.Terminal));
        assertThat(EventType.INITIATED.stage().isBefore(EventType.RINGING.stage())).isTrue();
        assertThat(EventType.RINGING.stage().isBefore(EventType.ANSWERED.stage())).isTrue();
        assertThat(EventType.ANSWERED.stage().isBefore(CallStage.ENDED)).isTrue();
        assertThat(CallStage.ENDED.isBefore(CallStage.ENDED)).isFalse();
    }
}
