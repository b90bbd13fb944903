package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.CallState;
import com.voicesurvey.telephony.domain.call.CallStateMachine;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.Transition;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.db.enums.CallOutcome;
import com.voicesurvey.telephony.processor.db.enums.CallStage;
import com.voicesurvey.telephony.processor.db.enums.ContactState;
import com.voicesurvey.telephony.processor.store.Contacts;
import com.voicesurvey.telephony.processor.store.LockedAttempts;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Locked attempts are written where they stand. */
class LockedAttemptsIT extends PipelineTest {

    @Test
    void what_has_moved_while_its_lock_was_waited_for_is_written_where_it_stands_now()
            throws Exception {
        TestCall call = pipeline.seeds.call();
        CompletableFuture<Void> writing;
        try (Connection other = pipeline.holdAttempt(call)) {
            // new versions of both rows, which stand elsewhere
            DSLContext dialogue = DSL.using(other, SQLDialect.POSTGRES);
            dialogue.update(CONTACTS).set(CONTACTS.EMAIL, "new@example.org").execute();
            dialogue.update(CALL_ATTEMPTS)
                    .set(CALL_ATTEMPTS.STARTED_AT, DSL.currentOffsetDateTime())
                    .execute();
            writing =
                    CompletableFuture.runAsync(
                            () -> pipeline.database().transaction(tx -> end(tx, List.of(call))));
            awaitWaiting();
            other.commit();
        }
        writing.join();

        var attempt = pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle();
        assertThat(attempt.getCallStage()).isEqualTo(CallStage.ended);
        assertThat(attempt.getOutcome()).isEqualTo(CallOutcome.busy);
        var contact = pipeline.sql.selectFrom(CONTACTS).fetchSingle();
        assertThat(contact.getState()).isEqualTo(ContactState.not_reached);
        assertThat(contact.getEmail()).isEqualTo("new@example.org");
    }

    @Test
    void each_of_many_is_written_with_its_own() {
        List<TestCall> calls =
                List.of(pipeline.seeds.call(), pipeline.seeds.call(), pipeline.seeds.call());
        pipeline.database().transaction(tx -> end(tx, calls));

        var legs =
                pipeline.sql
                        .selectFrom(CALL_ATTEMPTS)
                        .fetchMap(CALL_ATTEMPTS.CALL_ID, CALL_ATTEMPTS.PROVIDER_CALL_ID);
        assertThat(legs)
                .isEqualTo(
                        calls.stream()
                                .collect(
                                        Collectors.toMap(
                                                call -> call.id().value(),
                                                call -> call.leg().value())));
    }

    @Test
    void what_was_written_since_it_was_locked_is_not_written_again() {
        TestCall call = pipeline.seeds.call();

        assertThatThrownBy(
                        () ->
                                pipeline.database()
                                        .transaction(
                                                tx -> {
                                                    var locked =
                                                            LockedAttempts.of(
                                                                    tx, Set.of(call.id()));
                                                    List<CallAttempt> all =
                                                            List.copyOf(locked.byCall().values());
                                                    locked.write(all);
                                                    locked.write(all);
                                                    return true;
                                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 rows were written where 1 are locked");
    }

    private static boolean end(DSLContext tx, List<TestCall> calls) {
        var attempts = LockedAttempts.of(tx, calls.stream().map(TestCall::id).toList());
        Map<ContactId, Contact> contacts =
                Contacts.lock(tx, calls.stream().map(TestCall::contact).toList());
        List<CallState> ended =
                calls.stream().map(call -> apply(attempts, contacts, call.busy())).toList();
        attempts.write(ended.stream().map(CallState::attempt).toList());
        Contacts.write(tx, ended.stream().map(CallState::contact).toList());
        return true;
    }

    private static CallState apply(
            LockedAttempts attempts, Map<ContactId, Contact> contacts, CallEvent event) {
        CallAttempt attempt =
                Objects.requireNonNull(attempts.byCall().get(event.header().callId()));
        Contact contact = Objects.requireNonNull(contacts.get(attempt.contactId()));
        return switch (CallStateMachine.apply(new CallState(attempt, contact), event)) {
            case Transition.Advanced advanced -> advanced.state();
            case Transition other -> throw new AssertionError(other);
        };
    }

    private void awaitWaiting() {
        await("the other transaction to wait for the lock")
                .atMost(Pipeline.PATIENCE)
                .until(
                        () ->
                                pipeline.sql.fetchExists(
                                        DSL.table("pg_stat_activity"),
                                        DSL.condition(
                                                "datname = current_database() and wait_event_type ="
                                                        + " 'Lock'")));
    }
}
