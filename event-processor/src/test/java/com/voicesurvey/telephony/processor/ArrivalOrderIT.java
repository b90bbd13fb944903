package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A five-event call in all its 120 orders of arrival, two of the events being ends. */
class ArrivalOrderIT extends PipelineTest {

    @Test
    void every_arrival_order_of_a_five_event_call_ends_in_the_same_rows() {
        List<CallEvent> arrivals = new ArrayList<>();
        for (List<Integer> order : permutations(List.of(0, 1, 2, 3, 4))) {
            List<CallEvent> events = pipeline.seeds.call().fiveEvents();
            order.forEach(index -> arrivals.add(events.get(index)));
        }
        pipeline.startProcessor();

        pipeline.produce(arrivals);
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(600);
        var attempts =
                pipeline.sql
                        .selectDistinct(
                                CALL_ATTEMPTS.CALL_STAGE,
                                CALL_ATTEMPTS.PROVIDER_RAW_STATUS,
                                CALL_ATTEMPTS.OUTCOME,
                                CALL_ATTEMPTS.DURATION_SECONDS,
                                CALL_ATTEMPTS.END_EVENT,
                                CALL_ATTEMPTS.END_SEQUENCE,
                                CALL_ATTEMPTS.ANSWERED_AT.isNotNull(),
                                CALL_ATTEMPTS.ENDED_AT.isNotNull(),
                                CALL_ATTEMPTS.CONTACT_STATE_BEFORE)
                        .from(CALL_ATTEMPTS)
                        .fetch();
        assertThat(attempts).hasSize(1);
        assertThat(attempts.getFirst().get(CALL_ATTEMPTS.PROVIDER_RAW_STATUS))
                .isEqualTo("completed");
        assertThat(
                        pipeline.sql
                                .selectDistinct(CONTACTS.STATE, CONTACTS.LAST_OUTCOME)
                                .from(CONTACTS)
                                .fetch())
                .hasSize(1);
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.removeIf(first::equals);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> one = new ArrayList<>();
                one.add(first);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
