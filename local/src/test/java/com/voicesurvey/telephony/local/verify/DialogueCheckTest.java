package com.voicesurvey.telephony.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DialogueCheckTest {
    private static final TopicRecord ANSWERED = record("a", "call.answered");
    private static final TopicRecord COMPLETED = record("a", "call.completed");
    private static final TopicRecord START = record("a", "dialogue.start");

    @Test
    void one_start_for_a_call_that_was_answered_while_alive() {
        var check = DialogueCheck.of(List.of(ANSWERED, COMPLETED, ANSWERED), List.of(START));
        assertThat(check).isEqualTo(new DialogueCheck(1, 1, 0, 0, 0));
        assertThat(check.isRight()).isTrue();
    }

    @Test
    void none_for_an_answer_that_came_after_the_end() {
        assertThat(DialogueCheck.of(List.of(COMPLETED, ANSWERED), List.of()).isRight()).isTrue();
        assertThat(DialogueCheck.of(List.of(COMPLETED, ANSWERED), List.of(START)))
                .isEqualTo(new DialogueCheck(0, 1, 0, 0, 1));
    }

    @Test
    void a_missing_one_and_a_second_one_are_wrong() {
        assertThat(DialogueCheck.of(List.of(ANSWERED), List.of()).missing()).isEqualTo(1);
        assertThat(DialogueCheck.of(List.of(ANSWERED), List.of(START, START)).repeated())
                .isEqualTo(1);
    }

    private static TopicRecord record(String call, String type) {
        return new TopicRecord(call, type, type + "/" + call);
    }
}
