package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.local.place.CallPlacement;
import com.voicesurvey.telephony.local.place.PlacedAttempts;
import com.voicesurvey.telephony.local.place.Placement;
import com.voicesurvey.telephony.local.verify.CallTables;
import com.voicesurvey.telephony.local.verify.Comparison;
import com.voicesurvey.telephony.local.verify.HeldAttempt;
import com.voicesurvey.telephony.testbed.rest.FakeCall;
import com.voicesurvey.telephony.testbed.rest.FakeCalls;
import com.voicesurvey.telephony.testbed.rest.FakeTwilio;
import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.simulation.ExpectedCall;
import com.voicesurvey.telephony.testbed.twilio.CallEvent;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Both ways at once: calls are placed with a Twilio that loses some of its reports. */
class ReconciledCallsIT {
    private static final String ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String TOKEN = "0123456789abcdef";
    private static final String PUBLIC = "https://calls.example.com/voice";
    private static final int CALLS = 200;
    private static final double LOST = 0.05;
    private static final CampaignId CAMPAIGN = new CampaignId(UUID.randomUUID());

    private static final AtomicReference<String> WEBHOOKS = new AtomicReference<>();
    private static FakeCalls calls;
    private static FakeTwilio twilio;
    private static RunningCommand local;
    private static PGSimpleDataSource database;

    @BeforeAll
    static void start() {
        CallMix mix = new CallMix(60, 0.05, 0.05, 0);
        calls =
                new FakeCalls(
                        new CallScenario(20260212, mix, Instant.now(), 1, ACCOUNT),
                        new TwilioSigner(TOKEN),
                        WEBHOOKS::get,
                        LOST);
        twilio = FakeTwilio.start(ACCOUNT, TOKEN, calls);
        local =
                RunningCommand.start(
                        Map.of(
                                "APP_ENV",
                                "production",
                                "TWILIO_ACCOUNT_SID",
                                ACCOUNT,
                                "TWILIO_AUTH_TOKEN",
                                TOKEN,
                                "TWILIO_API_URL",
                                twilio.url().toString(),
                                "PUBLIC_BASE_URL",
                                PUBLIC,
                                "CALL_EXPECTED",
                                "1s",
                                "OVERDUE_AFTER",
                                "1s"),
                        "local",
                        "--free-ports");
        assertThat(local.awaitOutput("Running;")).contains("Running;");
        URI webhooks = URI.create(local.line("Webhooks"));
        // what the proxy of that public address does
        WEBHOOKS.set(webhooks.getScheme() + "://" + webhooks.getAuthority());
        database = database();
    }

    @AfterAll
    static void stop() {
        assertThat(local.stop()).isZero();
        twilio.close();
    }

    @Test
    void every_call_ends_as_it_truly_did_though_reports_are_lost_and_none_is_invented() {
        CallPlacement placement = placement();
        IntStream.range(0, CALLS)
                .forEach(
                        i ->
                                assertThat(placement.place(order(i), true))
                                        .isInstanceOf(Placement.Placed.class));
        List<FakeCall> placed =
                calls.all().stream()
                        .filter(call -> call.plan().ids().callId().startsWith("reconciled"))
                        .toList();
        assertThat(placed).hasSize(CALLS);
        assertThat(placed)
                .allSatisfy(
                        call ->
                                assertThat(call.statusCallback().toString())
                                        .startsWith(PUBLIC + "/webhooks/telephony/events?call_id=")
                                        .endsWith("#rc=5&rp=ct,rt,5xx&ct=2000&rt=4000"));
        assertThat(placed.stream().filter(call -> !call.reports(end(call))).count())
                .as("calls whose end is not reported")
                .isPositive();

        List<CallPlan> known = placed.stream().map(ReconciledCallsIT::known).toList();
        Set<CallEvent> events =
                known.stream()
                        .flatMap(plan -> plan.expected().events().stream())
                        .collect(Collectors.toSet());
        Set<String> ids =
                known.stream().map(plan -> plan.ids().callId()).collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> {
                            Comparison comparison =
                                    Comparison.of(
                                            known,
                                            events,
                                            new CallTables(database).holdings(ids),
                                            null);
                            assertThat(comparison.differences()).isEmpty();
                            assertThat(comparison.isRight()).as(comparison.toString()).isTrue();
                        });
        assertThat(
                        ReconciledEvents.on(local.line("Kafka"), Topics.CALL_EVENTS).stream()
                                .filter(event -> ids.contains(event.callId())))
                .as("each event that was asked for says how its call truly ended")
                .isNotEmpty()
                .allSatisfy(
                        event ->
                                assertThat(end(event.callId(), placed).wireName())
                                        .isEqualTo(event.status()));
    }

    @Test
    void the_command_dials_and_its_call_is_told_by_its_callbacks() {
        String[] command = {
            "place-call", "--to=+15550309999", "--from=+15550100001", "--call-id=by hand"
        };
        for (String said : List.of("Dialling: CA", "Placed before, not dialled again: CA")) {
            try (RunningCommand call = RunningCommand.start(environment(), command)) {
                assertThat(call.awaitExit()).as(call.output()).isZero();
                assertThat(call.output()).contains("call_id      by hand", said);
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                new CallTables(database)
                                        .holdings(Set.of("by hand")).attempts().stream()
                                                .anyMatch(HeldAttempt::ended));
    }

    private static Map<String, String> environment() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT,
                "TWILIO_AUTH_TOKEN", TOKEN,
                "TWILIO_API_URL", twilio.url().toString(),
                "PUBLIC_BASE_URL", PUBLIC,
                "DATABASE_URL", local.line("PostgreSQL"));
    }

    /** What can be known of a call: what is reported, and its end in any case. */
    private static CallPlan known(FakeCall call) {
        CallPlan plan = call.plan();
        ExpectedCall truth = plan.expected();
        boolean endReported = call.reports(truth.finalStatus());
        return new CallPlan(
                plan.ids(),
                plan.line(),
                plan.ending(),
                plan.startAt(),
                plan.callbacks(),
                new ExpectedCall(
                        truth.finalStatus(),
                        truth.answered() && call.reports(CallStatus.IN_PROGRESS),
                        truth.durationSeconds(),
                        endReported ? truth.errorCode() : null,
                        endReported ? truth.errorMessage() : null,
                        truth.events().stream()
                                .filter(
                                        event ->
                                                event.status() == truth.finalStatus()
                                                        || call.reports(event.status()))
                                .collect(Collectors.toSet())));
    }

    private static CallStatus end(FakeCall call) {
        return call.plan().expected().finalStatus();
    }

    private static CallStatus end(String callId, List<FakeCall> placed) {
        return placed.stream()
                .filter(call -> call.plan().ids().callId().equals(callId))
                .map(ReconciledCallsIT::end)
                .findFirst()
                .orElseThrow();
    }

    private static CallPlacement placement() {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put(ACCOUNT, TOKEN);
        return new CallPlacement(
                TwilioProvider.of(tokens, twilio.url(), PUBLIC), new PlacedAttempts(database));
    }

    private static CallOrder order(int number) {
        return new CallOrder(
                new CallId("reconciled " + number),
                CAMPAIGN,
                new ContactId(UUID.randomUUID()),
                "+1555020%04d".formatted(number),
                "+15550100001",
                Language.EN,
                URI.create("https://calls.example.com/answer"),
                null);
    }

    private static PGSimpleDataSource database() {
        URI uri = URI.create(local.line("PostgreSQL  "));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath());
        source.setUser("voicesurvey");
        source.setPassword("voicesurvey");
        return source;
    }
}
