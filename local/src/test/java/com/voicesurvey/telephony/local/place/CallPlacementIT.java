package com.voicesurvey.telephony.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;
import com.voicesurvey.telephony.testbed.postgres.Postgres;
import com.voicesurvey.telephony.testbed.rest.FakeCalls;
import com.voicesurvey.telephony.testbed.rest.FakeTwilio;
import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Twilio's SDK, a Twilio that fails in every way, and a real database. */
class CallPlacementIT {
    private static final String ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String TOKEN = "0123456789abcdef";
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration IN_AN_HOUR = Duration.ofHours(1);

    private static Postgres postgres;
    private static DSLContext sql;
    private static FakeCalls calls;
    private static FakeTwilio twilio;

    private final CallOrder order = order("c-" + UUID.randomUUID());
    private int before;

    @BeforeAll
    static void start() throws SQLException {
        postgres = EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.temporary());
        Migrations.run(postgres.database().dataSource());
        sql = DSL.using(postgres.database().dataSource(), SQLDialect.POSTGRES);
        calls =
                new FakeCalls(
                        CallScenario.of(7, CallMix.orderly(), Instant.now()),
                        new TwilioSigner(TOKEN),
                        () -> "http://127.0.0.1:9",
                        1);
        twilio = FakeTwilio.start(ACCOUNT, TOKEN, calls);
    }

    @AfterAll
    static void stop() {
        twilio.close();
        postgres.close();
    }

    @BeforeEach
    void beWell() {
        twilio.mood(new FakeTwilio.Mood.Well());
        before = calls.all().size();
    }

    @Test
    void a_call_is_dialled_once_however_often_it_is_asked_for() {
        Placement first = placement(AT_ONCE).place(order, true);
        assertThat(first).isInstanceOf(Placement.Placed.class);
        Placement second = placement(AT_ONCE).place(order, true);
        assertThat(second).isEqualTo(new Placement.Placed(((Placement.Placed) first).id(), true));
        assertThat(dialled()).isEqualTo(1);
        assertThat(attempt("attempt_number || ' ' || provider_call_id"))
                .isEqualTo("1 " + ((Placement.Placed) first).id());
        assertThat(contact("state || ' ' || attempts_count")).isEqualTo("in_progress 1");
    }

    @Test
    void a_call_whose_answer_was_lost_is_found_and_not_dialled_again() {
        twilio.mood(new FakeTwilio.Mood.Mute());
        assertThat(placement(AT_ONCE).place(order, true)).isInstanceOf(Placement.InDoubt.class);
        assertThat(dialled()).isEqualTo(1);
        twilio.mood(new FakeTwilio.Mood.Failing());
        assertThat(placement(AT_ONCE).place(order, true)).isInstanceOf(Placement.InDoubt.class);
        twilio.mood(new FakeTwilio.Mood.Well());
        assertThat(placement(AT_ONCE).place(order, true))
                .isInstanceOfSatisfying(
                        Placement.Placed.class, placed -> assertThat(placed.before()).isTrue());
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void a_call_that_never_was_is_dialled_once_it_would_have_to_be_listed() {
        twilio.mood(new FakeTwilio.Mood.Failing());
        assertThat(placement(IN_AN_HOUR).place(order, true)).isInstanceOf(Placement.InDoubt.class);
        twilio.mood(new FakeTwilio.Mood.Well());
        assertThat(placement(IN_AN_HOUR).place(order, true))
                .isInstanceOfSatisfying(
                        Placement.InDoubt.class,
                        doubt ->
                                assertThat(doubt.settledIn())
                                        .isBetween(Duration.ofMinutes(58), IN_AN_HOUR));
        assertThat(dialled()).isZero();
        assertThat(placement(AT_ONCE).place(order, true))
                .isInstanceOfSatisfying(
                        Placement.Placed.class, placed -> assertThat(placed.before()).isFalse());
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void a_call_of_another_attempt_between_the_same_numbers_is_not_taken_for_this_one() {
        twilio.mood(new FakeTwilio.Mood.Failing());
        assertThat(placement(AT_ONCE).place(order, true)).isInstanceOf(Placement.InDoubt.class);
        twilio.mood(new FakeTwilio.Mood.Well());
        CallOrder other = order("other " + order.callId());
        Placement.Placed placed =
                (Placement.Placed) placement(AT_ONCE).place(withNumber(other, order.to()), true);
        assertThat(placement(AT_ONCE).place(order, true))
                .isInstanceOfSatisfying(
                        Placement.Placed.class,
                        own -> assertThat(own.id()).isNotEqualTo(placed.id()));
        assertThat(dialled()).isEqualTo(2);
    }

    @Test
    void of_several_at_once_one_dials() throws Exception {
        twilio.mood(new FakeTwilio.Mood.Slow(Duration.ofMillis(300)));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Placement> place = () -> placement(IN_AN_HOUR).place(order, true);
            for (var done : executor.invokeAll(Stream.generate(() -> place).limit(6).toList())) {
                assertThat(done.get())
                        .isInstanceOfAny(Placement.Placed.class, Placement.InDoubt.class);
            }
        }
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void with_a_token_that_is_mended_the_same_call_is_dialled() {
        assertThat(placement(provider("wrong"), IN_AN_HOUR).place(order, true))
                .isEqualTo(new Placement.Refused(new ProviderError("20003", "Authenticate"), true));
        assertThat(placement(IN_AN_HOUR).place(order, true)).isInstanceOf(Placement.Placed.class);
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void after_too_many_requests_the_same_call_is_dialled_later() {
        twilio.mood(new FakeTwilio.Mood.Limiting());
        assertThat(placement(IN_AN_HOUR).place(order, true))
                .isEqualTo(
                        new Placement.Refused(
                                new ProviderError("20429", "Too Many Requests"), true));
        twilio.mood(new FakeTwilio.Mood.Well());
        assertThat(placement(IN_AN_HOUR).place(order, true)).isInstanceOf(Placement.Placed.class);
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void a_call_that_Twilio_refuses_has_failed() {
        CallOrder invalid = withNumber(order, FakeTwilio.INVALID);
        assertThat(placement(AT_ONCE).place(invalid, true))
                .isEqualTo(
                        new Placement.Refused(
                                new ProviderError("21211", "Invalid 'To' Phone Number"), false));
        assertThat(attempt("outcome || ' ' || error_code || ' ' || (ended_at is not null)"))
                .isEqualTo("failed 21211 true");
        assertThat(placement(AT_ONCE).place(invalid, true)).isInstanceOf(Placement.Rejected.class);
        assertThat(dialled()).isZero();
    }

    @Test
    void who_must_not_be_called_is_not() {
        placement(AT_ONCE).place(order, true);
        sql.execute(
                "update contacts set do_not_call = true where id = ?", order.contactId().value());
        assertThat(placement(AT_ONCE).place(with("another"), true))
                .isInstanceOfSatisfying(
                        Placement.Rejected.class,
                        rejected -> assertThat(rejected.detail()).contains("do_not_call"));
        assertThat(dialled()).isEqualTo(1);
        assertThat(contact("attempts_count")).isEqualTo("1");
    }

    @Test
    void ids_that_contradict_the_database_are_rejected() {
        placement(AT_ONCE).place(order, true);
        CallOrder stranger =
                new CallOrder(
                        order.callId(),
                        order.campaignId(),
                        new ContactId(UUID.randomUUID()),
                        order.to(),
                        order.from(),
                        order.language(),
                        order.answerUrl(),
                        order.account());
        assertThat(placement(AT_ONCE).place(stranger, true)).isInstanceOf(Placement.Rejected.class);
        CallOrder nowhere =
                new CallOrder(
                        new CallId("nowhere"),
                        new CampaignId(UUID.randomUUID()),
                        new ContactId(UUID.randomUUID()),
                        order.to(),
                        order.from(),
                        order.language(),
                        order.answerUrl(),
                        order.account());
        assertThat(placement(AT_ONCE).place(nowhere, false))
                .isInstanceOfSatisfying(
                        Placement.Rejected.class,
                        rejected -> assertThat(rejected.detail()).contains("no campaign"));
        assertThat(dialled()).isEqualTo(1);
    }

    @Test
    void a_callback_that_came_first_has_said_that_the_call_exists() {
        twilio.mood(new FakeTwilio.Mood.Failing());
        placement(AT_ONCE).place(order, true);
        sql.execute(
                "update call_attempts set provider_call_id = 'CAseen' where call_id = ?",
                order.callId().value());
        assertThat(placement(AT_ONCE).place(order, true))
                .isEqualTo(new Placement.Placed(new ProviderCallId("CAseen"), true));
    }

    private static CallPlacement placement(Duration listedAfter) {
        return placement(provider(TOKEN), listedAfter);
    }

    private static CallPlacement placement(TelephonyProvider provider, Duration listedAfter) {
        return new CallPlacement(
                provider,
                new PlacedAttempts(postgres.database().dataSource()),
                Clock.systemUTC(),
                listedAfter);
    }

    private static TelephonyProvider provider(String token) {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put(ACCOUNT, token);
        return TwilioProvider.of(tokens, twilio.url(), "https://calls.example.com");
    }

    private CallOrder with(String callId) {
        return new CallOrder(
                new CallId(callId),
                order.campaignId(),
                order.contactId(),
                order.to(),
                order.from(),
                order.language(),
                order.answerUrl(),
                order.account());
    }

    private static CallOrder withNumber(CallOrder order, String to) {
        return new CallOrder(
                order.callId(),
                order.campaignId(),
                order.contactId(),
                to,
                order.from(),
                order.language(),
                order.answerUrl(),
                order.account());
    }

    private static CallOrder order(String callId) {
        return new CallOrder(
                new CallId(callId),
                new CampaignId(UUID.nameUUIDFromBytes(new byte[] {1})),
                new ContactId(UUID.randomUUID()),
                "+1555%07d".formatted(Math.floorMod(callId.hashCode(), 10_000_000)),
                "+15550100001",
                Language.EN,
                URI.create("https://calls.example.com/answer"),
                null);
    }

    private int dialled() {
        return calls.all().size() - before;
    }

    private String attempt(String what) {
        return text(
                "select " + what + " from call_attempts where call_id = ?", order.callId().value());
    }

    private String contact(String what) {
        return text("select " + what + " from contacts where id = ?", order.contactId().value());
    }

    private static String text(String query, Object id) {
        return Objects.requireNonNull(sql.fetchOne(query, id)).get(0, String.class);
    }
}
