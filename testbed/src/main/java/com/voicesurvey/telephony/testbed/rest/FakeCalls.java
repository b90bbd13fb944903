package com.voicesurvey.telephony.testbed.rest;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.simulation.PlannedCallback;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What becomes of the calls that are placed: each is drawn from a scenario, and reported. */
public final class FakeCalls implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final CallScenario scenario;
    private final TwilioSigner signer;
    private final Supplier<String> connectTo;
    private final double dropped;
    private final SplittableRandom random;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, FakeCall> bySid = new ConcurrentHashMap<>();
    private final Map<String, CallbackClient> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Calls of a scenario.
     *
     * @param connectTo where callback URLs lead to, whatever host they name; asked once a call is
     *     placed
     * @param dropped share of the reports that are lost on their way, 0 to 1
     */
    public FakeCalls(
            CallScenario scenario,
            TwilioSigner signer,
            Supplier<String> connectTo,
            double dropped) {
        this.scenario = scenario;
        this.signer = signer;
        this.connectTo = connectTo;
        this.dropped = dropped;
        this.random = new SplittableRandom(scenario.seed());
    }

    /** All calls that were taken on. */
    public List<FakeCall> all() {
        return List.copyOf(bySid.values());
    }

    Optional<FakeCall> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** The newest first. */
    List<FakeCall> between(String from, String to) {
        return bySid.values().stream()
                .filter(call -> call.plan().line().from().equals(from))
                .filter(call -> call.plan().line().to().equals(to))
                .sorted(Comparator.comparing(FakeCall::startedAt).reversed())
                .toList();
    }

    /** Takes a call on as the form asks. */
    FakeCall place(CallForm form) {
        Instant now = CLOCK.instant();
        CallPlan drawn =
                scenario.plan(count.getAndIncrement(), Duration.between(scenario.start(), now));
        CallPlan plan = drawn.of(form.ids(drawn.ids().callSid()), form.line(drawn.line()));
        List<PlannedCallback> sent = plan.callbacks().stream().filter(_ -> !isLost()).toList();
        FakeCall call = new FakeCall(plan, sent, form.statusCallback(), now, CLOCK);
        bySid.put(call.sid(), call);
        CallbackClient client = clients.computeIfAbsent(form.fragment(), _ -> client(form));
        sent.forEach(planned -> schedule(planned, client));
        return call;
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        senders.shutdownNow();
        clients.values().forEach(CallbackClient::close);
    }

    private CallbackClient client(CallForm form) {
        return new CallbackClient(
                new CallbackUrl(form.publicBase(), connectTo.get(), form.fragment()), signer);
    }

    private void schedule(PlannedCallback planned, CallbackClient client) {
        var _ =
                clockwork.schedule(
                        () -> senders.execute(() -> report(planned, client)),
                        planned.at().toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private synchronized boolean isLost() {
        return random.nextDouble() < dropped;
    }

    private static void report(PlannedCallback planned, CallbackClient client) {
        try {
            client.send(planned.callback());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
