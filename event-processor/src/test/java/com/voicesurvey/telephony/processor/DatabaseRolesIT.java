package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.processor.db.enums.CallOutcome;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.processor.store.LedgerRetention;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** The processor under its role of deploy/postgres/roles.sql, on tables that the owner migrates. */
class DatabaseRolesIT {
    private final Database superuser = Infra.postgres().createDatabase();
    private Pipeline pipeline;
    private Database owner;
    private Database processor;

    @BeforeEach
    void createRoles() throws IOException {
        pipeline = Pipeline.on(Infra.kafka(), superuser);
        Roles roles = Roles.in(superuser, pipeline.sql);
        owner = roles.owner();
        processor = roles.login("role_test_processor", "voicesurvey_processor");
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void the_whole_path_works_under_the_processors_role_once_the_owner_has_migrated()
            throws Exception {
        EventProcessor running = startAsProcessor();
        try (Readiness readiness = new Readiness()) {
            await().atMost(Pipeline.PATIENCE)
                    .until(
                            () ->
                                    readiness
                                            .of(running)
                                            .contains("11 migrations that MIGRATE=false"));
        }
        Migrations.run(owner.dataSource());
        TestCall call = pipeline.seeds.call();
        TestCall early = TestCall.of("call-" + UUID.randomUUID());

        pipeline.produce(early.busy(), early.busy(), call.ringing(), call.answered());
        pipeline.produce(call.id().value(), new byte[] {'{'});
        pipeline.awaitAllApplied();
        pipeline.seeds.contact(early);
        pipeline.seeds.attempt(early, 1);

        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(outcome(early.id())).isEqualTo(CallOutcome.busy);
                            assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(1);
                            assertThat(pipeline.records(Topics.DEAD_LETTERS)).hasSize(1);
                        });
        assertThat(pipeline.sql.fetchCount(DSL.table("processed_events_default"))).isZero();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(3);
        assertThat(pipeline.sql.fetchCount(CONTACTS, CONTACTS.LAST_OUTCOME.eq(CallOutcome.busy)))
                .isEqualTo(1);
    }

    @Test
    void an_event_that_is_given_up_and_old_days_need_no_more_rights() throws Exception {
        Migrations.run(owner.dataSource());
        EventProcessor running =
                pipeline.startProcessor(
                        Map.of(
                                "DATABASE_URL", processor.url(),
                                "MIGRATE", "false",
                                "PARKED_FOR", "1s"),
                        new ConsumerListener() {});
        pipeline.produce(TestCall.of("call-without-attempt").ringing());
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == 1);
        running.close();

        retention(Instant.now().plus(Duration.ofDays(90))).apply();

        assertThat(
                        pipeline.sql.fetchValue(
                                "select count(*) from pg_inherits where inhparent ="
                                        + " 'processed_events'::regclass"))
                .as("six days around then, and the default")
                .isEqualTo(7L);
    }

    private EventProcessor startAsProcessor() {
        return pipeline.startProcessor(
                Map.of("DATABASE_URL", processor.url(), "MIGRATE", "false"),
                new ConsumerListener() {});
    }

    private LedgerRetention retention(Instant now) {
        return new LedgerRetention(
                com.voicesurvey.telephony.processor.store.Database.on(processor.dataSource()),
                Clock.fixed(now, ZoneOffset.UTC),
                5);
    }

    private CallOutcome outcome(CallId call) {
        return pipeline.sql
                .selectFrom(CALL_ATTEMPTS)
                .where(CALL_ATTEMPTS.CALL_ID.eq(call.value()))
                .fetchSingle()
                .getOutcome();
    }
}
