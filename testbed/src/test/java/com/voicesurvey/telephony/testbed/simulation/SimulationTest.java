package com.voicesurvey.telephony.testbed.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.Receiver;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class SimulationTest {
    private static final int AT_ONCE = 64;

    @Test
    void every_callback_is_sent_and_acknowledged() {
        List<CallPlan> plans = plans(100, CallMix.realistic().times(1_000));
        long planned = plans.stream().mapToLong(plan -> plan.callbacks().size()).sum();
        var done = new AtomicLong();
        try (var receiver = new Receiver(_ -> 200);
                var client = client(receiver, "");
                var simulation =
                        new Simulation(
                                client,
                                plans,
                                AT_ONCE,
                                progress -> done.accumulateAndGet(progress.done(), Math::max))) {
            SimulationReport report = simulation.run();

            assertThat(report.complete()).isTrue();
            assertThat(report.answers().accepted()).isEqualTo(Map.of("processed", planned));
            assertThat(report.answers().lostInAll()).isZero();
            assertThat(plans).allMatch(report::acknowledged);
            assertThat(receiver.requests).hasSize((int) planned);
            assertThat(done).hasValue(planned);
            assertThat(report.latency().p50()).isPositive();
            assertThat(report.latency().max()).isGreaterThanOrEqualTo(report.latency().p99());
        }
    }

    @Test
    void what_the_receiver_refuses_is_counted_and_not_acknowledged() {
        List<CallPlan> plans = plans(20, CallMix.orderly().times(10_000));
        try (var receiver = new Receiver(_ -> 503);
                var client = client(receiver, "rc=1&rp=5xx");
                var simulation = new Simulation(client, plans, AT_ONCE, _ -> {})) {
            SimulationReport report = simulation.run();

            assertThat(report.answers().rejected()).containsOnlyKeys(503);
            assertThat(report.retries()).isEqualTo(report.sent());
            assertThat(report.acknowledged()).isEmpty();
            assertThat(plans).noneMatch(report::acknowledged);
        }
    }

    @Test
    void closing_stops_it_at_once() throws Exception {
        // nobody answers, and the calls would take minutes
        List<CallPlan> plans = plans(50, CallMix.realistic());
        try (var receiver = new Receiver(_ -> 0);
                var client = client(receiver, "")) {
            var simulation = new Simulation(client, plans, AT_ONCE, _ -> {});
            var running = CompletableFuture.supplyAsync(simulation::run);
            Awaitility.await().until(() -> !receiver.requests.isEmpty());

            simulation.close();

            assertThat(running.get(5, TimeUnit.SECONDS).complete()).isFalse();
        }
    }

    @Test
    void a_receiver_that_does_not_keep_up_shows_in_the_latency() {
        List<CallPlan> plans = plans(10, CallMix.orderly().times(100_000));
        try (var receiver = new Receiver(n -> n == 1 ? 0 : 200);
                var client = client(receiver, "rc=1&rp=rt&rt=300");
                var simulation = new Simulation(client, plans, 1, _ -> {})) {
            SimulationReport report = simulation.run();

            assertThat(report.latency().p50()).isGreaterThan(Duration.ofMillis(100));
            assertThat(report.complete()).isTrue();
        }
    }

    private static List<CallPlan> plans(int calls, CallMix mix) {
        return CallScenario.of(1, mix, Instant.now()).plans(calls, 1_000);
    }

    private static CallbackClient client(Receiver receiver, String fragment) {
        return new CallbackClient(
                CallbackUrl.direct(receiver.address()).withFragment(fragment),
                new TwilioSigner("12345"));
    }
}
