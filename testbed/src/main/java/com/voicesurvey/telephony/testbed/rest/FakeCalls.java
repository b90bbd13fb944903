package com.voicesurvey.telephony.testbed.rest;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.simulation.PlannedCallback;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of the calls that are placed: each is drawn from a scenario, and reported. */
public final class FakeCalls implements AutoCloseable {
    private final CallScenario scenario;
    private final TwilioSigner signer;
    private final String connectTo;
    private final double dropped;
    private final SplittableRandom random;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, FakeCall> bySid = new ConcurrentHashMap<>();
    private final Map<String, CallbackClient> clients = new ConcurrentHashMap<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Calls of a scenario.
     *
     * @param connectTo where callback URLs lead to, whatever host they name
     * @param dropped share of the reports that are lost on their way, 0 to 1
     */
    public FakeCalls(CallScenario scenario, TwilioSigner signer, String connectTo, double dropped) {
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

    /** How many reports were lost. */
    public int lost() {
        return lost.get();
    }

    Optional<FakeCall> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    List<FakeCall> to(String number) {
        return bySid.values().stream()
                .filter(call -> call.plan().line().to().equals(number))
                .toList();
    }

    /** Takes a call on as the form asks. */
    FakeCall place(String accountSid, List<FormField> form) {
        CallPlan drawn = scenario.plan(count.getAndIncrement(), Duration.ZERO);
        URI reportTo = URI.create(FormField.first(form, "StatusCallback"));
        List<FormField> query = FormField.decode(String.valueOf(reportTo.getRawQuery()));
        CallIds ids =
                new CallIds(
                        FormField.first(query, "call_id"),
                        UUID.fromString(FormField.first(query, "campaign_id")),
                        UUID.fromString(FormField.first(query, "contact_id")),
                        drawn.ids().callSid());
        Line line =
                new Line(
                        accountSid,
                        FormField.first(form, "From"),
                        FormField.first(form, "To"),
                        drawn.line().fromCity(),
                        drawn.line().fromState(),
                        drawn.line().fromZip(),
                        drawn.line().toState(),
                        drawn.line().toCountry());
        FakeCall call =
                new FakeCall(of(drawn, ids, line), Clock.systemUTC().instant(), Clock.systemUTC());
        bySid.put(call.sid(), call);
        CallbackClient client =
                clients.computeIfAbsent(
                        "" + reportTo.getRawFragment(), fragment -> client(reportTo, fragment));
        call.plan().callbacks().forEach(planned -> schedule(planned, client));
        return call;
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        senders.shutdownNow();
        clients.values().forEach(CallbackClient::close);
    }

    private CallbackClient client(URI reportTo, String fragment) {
        String base = reportTo.getScheme() + "://" + reportTo.getRawAuthority();
        return new CallbackClient(
                new CallbackUrl(base, connectTo, fragment.equals("null") ? "" : fragment), signer);
    }

    private void schedule(PlannedCallback planned, CallbackClient client) {
        if (isLost()) {
            lost.incrementAndGet();
            return;
        }
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

    /** The same call of somebody else. */
    private static CallPlan of(CallPlan drawn, CallIds ids, Line line) {
        return new CallPlan(
                ids,
                line,
                drawn.ending(),
                drawn.startAt(),
                drawn.callbacks().stream().map(planned -> of(planned, ids, line)).toList(),
                drawn.expected());
    }

    private static PlannedCallback of(PlannedCallback planned, CallIds ids, Line line) {
        StatusCallback drawn = planned.callback();
        return new PlannedCallback(
                new StatusCallback(
                        ids,
                        line,
                        drawn.status(),
                        drawn.sequenceNumber(),
                        drawn.timestamp(),
                        drawn.end()),
                planned.at(),
                planned.repetition());
    }
}
