package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_SEARCH;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.overdue.OverdueCalls;
import com.voicesurvey.telephony.processor.store.OverdueAttempts;
import com.voicesurvey.telephony.processor.store.OverdueAttempts.Asked;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** What keeps looking for calls to ask about cheap, however many there are. */
class OverdueLooksIT extends PipelineTest {
    private final Instant start = Instant.now();

    @Test
    void one_look_serves_all_questions_that_it_gives_rise_to() {
        for (int i = 0; i < 201; i++) {
            pipeline.seeds.dialled("silent " + i, start);
        }
        SetClock clock = new SetClock(start);
        clock.forward(Duration.ofHours(1));
        OverdueRules rules = new OverdueRules(Duration.ofMinutes(5), Duration.ofMinutes(10), 3);
        OverdueCalls calls = new OverdueCalls(pipeline.database(), rules, clock, _ -> {});

        assertThat(calls.ask()).as("there is more").isTrue();
        OffsetDateTime lookedUntil = lookedUntil();
        assertThat(calls.ask()).as("there is more").isFalse();
        assertThat(lookedUntil()).isEqualTo(lookedUntil);
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isEqualTo(201);

        calls.ask();
        assertThat(lookedUntil()).isAfter(lookedUntil);
    }

    /** In that order there is an index; in another, each look would read all that are noted. */
    @Test
    void those_whose_question_has_been_due_the_longest_come_first() {
        List<Asked> asked =
                Stream.of(30, 10, 20)
                        .map(
                                minutes ->
                                        new Asked(
                                                pipeline.seeds
                                                        .dialled("due " + minutes, start)
                                                        .id(),
                                                1,
                                                start.plus(Duration.ofMinutes(minutes))))
                        .toList();
        Instant now = start.plus(Duration.ofHours(1));
        List<OverdueCall> due =
                pipeline.database()
                        .transaction(
                                tx -> {
                                    OverdueAttempts.note(tx, asked);
                                    return OverdueAttempts.lockDue(tx, now, now, 2);
                                });

        assertThat(due)
                .extracting(call -> call.callId().value())
                .containsExactly("due 10", "due 20");
    }

    private OffsetDateTime lookedUntil() {
        return pipeline.sql.selectFrom(OVERDUE_SEARCH).fetchSingle().getLookedUntil();
    }
}
