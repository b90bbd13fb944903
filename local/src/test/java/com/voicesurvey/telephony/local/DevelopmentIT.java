package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.observe.Metric;
import com.voicesurvey.telephony.local.observe.MetricsPage;
import com.voicesurvey.telephony.local.observe.TopicTraces;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.local.simulate.SimulationRun;
import com.voicesurvey.telephony.local.simulate.SimulationSettings;
import com.voicesurvey.telephony.local.verify.CallTables;
import com.voicesurvey.telephony.local.verify.Comparison;
import com.voicesurvey.telephony.local.verify.Judge;
import com.voicesurvey.telephony.local.verify.TopicReader;
import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code local} as it is without any setting. */
class DevelopmentIT {
    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static RunningCommand local;

    @BeforeAll
    static void start() {
        local = RunningCommand.start(Map.of(), "local", "--free-ports");
        assertThat(local.awaitOutput("Running;")).contains("Running;");
    }

    @AfterAll
    static void stop() {
        assertThat(local.stop()).isZero();
    }

    @Test
    void the_printed_commands_tell_the_story_of_a_call() {
        List<PrintedCurl> commands = PrintedCurl.in(local.output());
        assertThat(commands).hasSize(4);

        PrintedCurl traced =
                new PrintedCurl(commands.get(0).text() + " -H 'traceparent: " + TRACEPARENT + "'");
        assertThat(traced.run().body()).isEqualTo(answer("processed", "call.answered"));
        assertThat(commands.get(0).run().body()).isEqualTo(answer("duplicate", "call.answered"));
        assertThat(commands.get(1).run().body()).isEqualTo(answer("duplicate", "call.answered"));
        assertThat(commands.get(2).run().body()).isEqualTo(answer("processed", "call.completed"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> commands.get(3).run().body().contains("call.completed"));
        assertThat(commands.get(3).run().body())
                .contains("\"call_id\" : \"test-call-123\"")
                .contains("\"stage\" : \"ended\"")
                .contains("\"duration_seconds\" : 42")
                .containsSubsequence(
                        "\"event_type\" : \"call.answered\"",
                        "\"event_type\" : \"call.completed\"");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                TopicTraces.of(
                                                        "test-call-123",
                                                        Topics.DIALOGUE_STARTS,
                                                        local.line("Kafka")))
                                        .containsExactly(TRACEPARENT));
    }

    @Test
    void the_admin_port_says_that_all_is_ready() {
        String admin = local.line("Ingest admin").split(",", 2)[0];
        assertThat(new PrintedCurl(admin).run().statusCode()).isEqualTo(200);
    }

    @Test
    void every_metric_is_described_and_every_described_one_is_there() {
        // a partition's lag is there once it is held
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(shownMetrics())
                                        .containsExactlyElementsOf(MetricsPage.read()));
    }

    @Test
    void the_console_has_a_stuck_call_and_a_dead_letter_to_show() {
        String console = local.line("Console");
        assertThat(new PrintedCurl(console).run().body()).contains("voicesurvey console");
        assertThat(new PrintedCurl(console + "api/calls/stuck").run().body())
                .contains("test-call-stuck");
        TopicReader topics = new TopicReader(local.line("Kafka"));
        assertThat(topics.read(Topics.DEAD_LETTERS, Set.of("test-call-stuck"))).hasSize(1);
    }

    @Test
    void another_program_simulates_against_it() {
        try (RunningCommand simulate =
                RunningCommand.start(
                        Map.of("TWILIO_AUTH_TOKEN", "any, for development does not mind"),
                        "simulate",
                        "--calls=20",
                        "--speed-up=500",
                        "--url=" + webhooks(),
                        "--database-url=" + local.line("PostgreSQL"),
                        "--kafka=" + local.line("Kafka"))) {
            assertThat(simulate.awaitExit()).as(simulate.output()).isZero();
            assertThat(simulate.output()).contains("All as it should be.");
        }
    }

    @Test
    void what_is_tampered_with_is_found() throws SQLException {
        PGSimpleDataSource database = database();
        CallMix mix = CallMix.realistic().times(500);
        SimulationRun simulation =
                new SimulationRun(
                        CallbackUrl.direct(webhooks()),
                        new TwilioSigner("any"),
                        new SimulationSettings(20, 200, 4711, mix, 0.1, 50, "AC1"),
                        database);
        StopSignal stop = new StopSignal();
        SimulationRun.Outcome outcome =
                simulation.run(new Shell(Map.of(), System.out, System.err, stop, false));
        Judge judge =
                new Judge(
                        new CallTables(database),
                        new TopicReader(local.line("Kafka")),
                        Duration.ofSeconds(2));
        var plans = outcome.calls().plans();
        var acknowledged = outcome.report().acknowledged();
        assertThat(judge.compare(plans, acknowledged, stop).isRight()).isTrue();

        String lost = plans.get(0).ids().callId();
        String changed = plans.get(1).ids().callId();
        execute(database, "delete from processed_events where call_id = '" + lost + "'");
        execute(
                database,
                "update call_attempts set provider_raw_status = 'queued' where call_id = '"
                        + changed
                        + "'");

        Comparison comparison = judge.compare(plans, acknowledged, stop);
        assertThat(comparison.isRight()).isFalse();
        assertThat(comparison.lost()).isEqualTo(plans.get(0).expected().events().size());
        assertThat(comparison.differences())
                .singleElement()
                .satisfies(found -> assertThat(found.callId()).isEqualTo(changed));
    }

    private static String answer(String status, String type) {
        return "{\"status\":\"%s\",\"call_id\":\"test-call-123\",\"event_type\":\"%s\"}"
                .formatted(status, type);
    }

    private static Set<Metric> shownMetrics() {
        Set<Metric> shown = new TreeSet<>();
        for (String port : List.of("Ingest admin", "Processor ops")) {
            String service = local.line(port).split("/health", 2)[0];
            shown.addAll(Metric.shown(new PrintedCurl(service + "/metrics").run().body()));
        }
        return shown;
    }

    private static String webhooks() {
        URI uri = URI.create(local.line("Webhooks"));
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static PGSimpleDataSource database() {
        URI uri = URI.create(local.line("PostgreSQL  "));
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL("jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath());
        database.setUser("voicesurvey");
        database.setPassword("voicesurvey");
        return database;
    }

    private static void execute(PGSimpleDataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
