package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.calls.CallSummary;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.outbox.OutboxRelay;
import com.voicesurvey.telephony.processor.outbox.RelayProducer;
import com.voicesurvey.telephony.processor.overdue.OverdueCalls;
import com.voicesurvey.telephony.processor.store.CallLists;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.store.OverdueAttempts;
import com.voicesurvey.telephony.processor.store.OverdueAttempts.Asked;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls whose end is never reported, with a clock of the test's own. */
class OverdueCallsIT extends PipelineTest {
    private static final Duration OVERDUE = Duration.ofMinutes(15).plusSeconds(1);
    private static final OverdueRules RULES =
            new OverdueRules(Duration.ofMinutes(5), Duration.ofMinutes(10), 3);

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final SetClock clock = new SetClock(start);
    private final AtomicInteger wakeUps = new AtomicInteger();

    @Test
    void a_silent_call_is_asked_about_once_it_is_overdue_and_the_question_is_on_the_topic() {
        TestCall call = pipeline.seeds.dialled("call/1 – Zoë", start);

        clock.forward(Duration.ofMinutes(15));
        assertThat(ask()).isFalse();
        assertThat(questions()).isEmpty();
        assertThat(wakeUps).hasValue(0);

        clock.forward(Duration.ofSeconds(1));
        assertThat(ask()).as("there is more").isFalse();
        assertThat(wakeUps).hasValue(1);
        try (var relay = new RelayProducer(pipeline::newProducer)) {
            new OutboxRelay(pipeline.database(), relay).relay();
        }

        var records = pipeline.records(Topics.OVERDUE_CALLS);
        assertThat(records).hasSize(1);
        var record = records.getFirst();
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(call.id().value());
        assertThat(OverdueCallCodec.decode(record.value())).isEqualTo(question(call, 1));
        assertThat(Pipeline.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Pipeline.header(record, "ce_id")).isEqualTo("call.overdue/1/" + call.id());
        assertThat(Pipeline.header(record, "ce_type")).isEqualTo("call.overdue");
        assertThat(Pipeline.header(record, "ce_source")).isEqualTo("/telephony/event-processor");
        assertThat(Pipeline.header(record, "ce_subject")).isEqualTo(call.id().value());
        assertThat(Pipeline.header(record, "ce_time")).isEqualTo(clock.instant().toString());
        assertThat(Pipeline.header(record, "ce_dataschema"))
                .isEqualTo("urn:voicesurvey:call-overdue:v1");
        assertThat(Pipeline.header(record, "content-type")).isEqualTo("application/json");
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
    }

    @Test
    void it_is_asked_about_again_after_waits_that_double_and_no_more_after_the_last() {
        TestCall call = pipeline.seeds.dialled("silent", start);
        clock.forward(OVERDUE);
        ask();
        ask();
        assertThat(questions()).containsExactly(question(call, 1));

        clock.forward(Duration.ofMinutes(20).minusMillis(1));
        ask();
        assertThat(questions()).hasSize(1);
        clock.forward(Duration.ofMillis(1));
        ask();
        assertThat(questions()).containsExactly(question(call, 1), question(call, 2));

        clock.forward(Duration.ofMinutes(40).minusMillis(1));
        ask();
        assertThat(questions()).hasSize(2);
        clock.forward(Duration.ofMillis(1));
        ask();
        clock.forward(Duration.ofDays(30));
        ask();
        assertThat(questions())
                .containsExactly(question(call, 1), question(call, 2), question(call, 3));
    }

    @Test
    void only_silent_calls_that_the_provider_knows_are_asked_about() {
        pipeline.seeds.dialled("silent", start);
        pipeline.seeds.dialled("answered long ago", start);
        pipeline.seeds.dialled("answered a while ago", start);
        pipeline.seeds.dialled("ended", start);
        pipeline.seeds.dialled("never dialled", start);
        pipeline.seeds.dialled("of an empty id", start);
        pipeline.seeds.dialled("of a blank id", start);
        pipeline.seeds.dialled("of an id with a line break", start);
        pipeline.seeds.dialled("of a call id with a line break", start);
        pipeline.seeds.dialled("young", start.plusSeconds(2));
        clock.forward(OVERDUE);
        set("answered long ago", CALL_ATTEMPTS.ANSWERED_AT, start.plusMillis(500));
        set("answered a while ago", CALL_ATTEMPTS.ANSWERED_AT, start.plusSeconds(2));
        set("ended", CALL_ATTEMPTS.ENDED_AT, start.plusSeconds(5));
        set("never dialled", null);
        set("of an empty id", "");
        set("of a blank id", "  ");
        set("of an id with a line break", "CA1\nCA2");
        pipeline.sql.execute(
                "update call_attempts set call_id = e'a\\nb' where call_id = 'of a call id with a line break'");

        ask();

        assertThat(questions())
                .extracting(question -> question.callId().value())
                .containsExactlyInAnyOrder("silent", "answered long ago");
    }

    @Test
    void an_end_that_arrives_stops_the_questions() {
        TestCall ends = pipeline.seeds.dialled("ends", start);
        TestCall silent = pipeline.seeds.dialled("silent", start);
        clock.forward(OVERDUE);
        ask();
        pipeline.startProcessor();
        pipeline.produce(ends.completed());
        pipeline.awaitAllApplied();

        clock.forward(Duration.ofMinutes(20));
        ask();

        assertThat(requests(ends)).isEqualTo(1);
        assertThat(requests(silent)).isEqualTo(2);
    }

    @Test
    void a_call_that_is_just_being_changed_is_left_to_the_next_look_and_holds_nothing_up()
            throws SQLException {
        TestCall changing = pipeline.seeds.dialled("changing", start);
        TestCall silent = pipeline.seeds.dialled("silent", start.plusMillis(1));
        clock.forward(OVERDUE);

        try (var holder = pipeline.holdAttempt(changing)) {
            assertThat(CompletableFuture.supplyAsync(this::ask))
                    .succeedsWithin(Duration.ofSeconds(10));
            assertThat(questions()).containsExactly(question(silent, 1));
            holder.rollback();
        }
        ask();
        assertThat(questions()).containsExactly(question(silent, 1), question(changing, 1));
    }

    @Test
    void a_call_that_is_entered_long_after_it_began_is_asked_about() {
        pipeline.seeds.dialled("before", start);
        clock.forward(OVERDUE);
        ask();
        TestCall late = pipeline.seeds.dialled("late", start.minus(Duration.ofDays(2)));

        ask();

        assertThat(questions()).hasSize(2).contains(question(late, 1));
    }

    @Test
    void a_call_that_is_dialled_long_after_it_was_entered_is_asked_about() {
        TestCall late = pipeline.seeds.dialled("late", start);
        set("late", null);
        clock.forward(OVERDUE);
        ask();
        clock.forward(Duration.ofHours(3));
        ask();
        assertThat(questions()).isEmpty();

        set("late", late.leg().value());
        ask();

        assertThat(questions()).containsExactly(question(late, 1));
    }

    @Test
    void calls_without_an_end_are_listed_once_before_and_after_they_are_looked_at() {
        pipeline.seeds.dialled("silent", start.minus(Duration.ofHours(1)));
        pipeline.seeds.dialled("answered", start.minus(Duration.ofMinutes(59)));
        set("answered", CALL_ATTEMPTS.ANSWERED_AT, start);
        pipeline.seeds.dialled("young", start.minus(Duration.ofMinutes(3)));
        pipeline.seeds.dialled("ended", start.minus(Duration.ofMinutes(4)));
        set("ended", CALL_ATTEMPTS.ENDED_AT, start);

        assertThat(stuckFor(Duration.ofMinutes(2))).containsExactly("silent", "young");
        assertThat(underWay()).isEqualTo(3);

        clock.forward(OVERDUE);
        ask();

        assertThat(stuckFor(Duration.ofMinutes(2))).containsExactly("silent", "answered", "young");
        assertThat(underWay()).isEqualTo(3);

        set("silent", CALL_ATTEMPTS.ENDED_AT, start);

        assertThat(stuckFor(Duration.ofMinutes(2))).containsExactly("answered", "young");
        assertThat(underWay()).isEqualTo(2);
        ask();
        assertThat(
                        pipeline.sql
                                .selectFrom(OVERDUE_CALLS)
                                .where(OVERDUE_CALLS.OVER)
                                .fetch(OVERDUE_CALLS.CALL_ID))
                .containsExactly("silent");
    }

    @Test
    void several_processors_put_each_question_once() throws Exception {
        int calls = 450;
        for (int i = 0; i < calls; i++) {
            pipeline.seeds.dialled("call-" + i, start);
        }
        clock.forward(OVERDUE);
        List<Callable<Boolean>> processors =
                List.of(this::askWhileThereIsMore, this::askWhileThereIsMore);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : threads.invokeAll(processors, 40, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        }
        ask();

        assertThat(questions())
                .extracting(question -> question.callId().value())
                .hasSize(calls)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_question_that_somebody_else_has_put_meanwhile_is_not_put_again() {
        TestCall call = pipeline.seeds.dialled("silent", start);
        var first = List.of(new Asked(call.id(), 1, start));

        assertThat(note(first)).containsExactly(call.id());
        assertThat(note(first)).isEmpty();
        assertThat(note(List.of(new Asked(call.id(), 2, start)))).containsExactly(call.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "overdue_calls"})
    void a_question_and_its_note_are_one_transaction(String failing) {
        TestCall call = pipeline.seeds.dialled("silent", start);
        clock.forward(OVERDUE);
        pipeline.sql.execute(
                "create function refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'gone'; end $$");
        pipeline.sql.execute(
                "create trigger crash after insert on "
                        + failing
                        + " for each row execute function refuse()");

        assertThatThrownBy(this::ask).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(pipeline.sql.fetchCount(OVERDUE_CALLS, OVERDUE_CALLS.REQUESTS.gt(0))).isZero();
        assertThat(questions()).isEmpty();
        assertThat(wakeUps).hasValue(0);

        pipeline.sql.execute("drop trigger crash on " + failing);
        ask();
        assertThat(questions()).containsExactly(question(call, 1));
    }

    private boolean ask() {
        return new OverdueCalls(pipeline.database(), RULES, clock, _ -> wakeUps.incrementAndGet())
                .ask();
    }

    private List<String> stuckFor(Duration time) {
        Instant since = clock.instant().minus(time);
        List<String> calls =
                pipeline.database().transaction(tx -> CallLists.stuck(tx, since)).stream()
                        .map(CallSummary::callId)
                        .toList();
        assertThat(pipeline.database().<Long>transaction(tx -> CallLists.countStuck(tx, since)))
                .isEqualTo(calls.size());
        return calls;
    }

    private long underWay() {
        return pipeline.database().transaction(CallLists::underWay).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean askWhileThereIsMore() {
        boolean more = true;
        while (more) {
            more = ask();
        }
        return true;
    }

    private Set<CallId> note(List<Asked> calls) {
        return pipeline.database().transaction(tx -> OverdueAttempts.note(tx, calls));
    }

    /** What is in the outbox, in order. */
    private List<OverdueCall> questions() {
        return pipeline.sql
                .selectFrom(OUTBOX)
                .where(OUTBOX.TOPIC.eq(Topics.OVERDUE_CALLS))
                .orderBy(OUTBOX.ID)
                .fetch(row -> OverdueCallCodec.decode(row.getMessageValue()));
    }

    private int requests(TestCall call) {
        return pipeline.sql
                .selectFrom(OVERDUE_CALLS)
                .where(OVERDUE_CALLS.CALL_ID.eq(call.id().value()))
                .fetchSingle()
                .getRequests();
    }

    private void set(String call, Field<OffsetDateTime> column, Instant time) {
        int rows =
                pipeline.sql
                        .update(CALL_ATTEMPTS)
                        .set(column, time.atOffset(ZoneOffset.UTC))
                        .where(CALL_ATTEMPTS.CALL_ID.eq(call))
                        .execute();
        assertThat(rows).isEqualTo(1);
    }

    private void set(String call, @Nullable String providerCallId) {
        int rows =
                pipeline.sql
                        .update(CALL_ATTEMPTS)
                        .set(CALL_ATTEMPTS.PROVIDER_CALL_ID, providerCallId)
                        .where(CALL_ATTEMPTS.CALL_ID.eq(call))
                        .execute();
        assertThat(rows).isEqualTo(1);
    }

    private static OverdueCall question(TestCall call, int request) {
        return new OverdueCall(call.id(), call.campaign(), call.contact(), call.leg(), request);
    }
}
