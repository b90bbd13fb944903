package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the console is shown: calls through the pipeline, and quarter of an hour in the ledger. */
record ConsoleTraffic(Pipeline pipeline) {
    static final String NUMBER = "+15550100002";

    /** A call from its start to its end a while ago, with what Twilio sends. */
    TestCall wholeCall(String callId, Instant start) {
        TestCall call = startingAt(pipeline.seeds.call(callId), start);
        for (CallEvent event :
                List.of(call.initiated(), call.answered(), call.ringing(), call.completed())) {
            produce(event);
        }
        produce(call.ringing());
        return call;
    }

    void produce(CallEvent event) {
        pipeline.produce(
                event.header().callId().value(),
                CallEventEncoder.encode(
                        event,
                        List.of(
                                new Parameter("CallSid", event.header().providerCallId().value()),
                                new Parameter("AccountSid", "AC00000000000000000000000000000001"),
                                new Parameter("From", "+15550100001"),
                                new Parameter("To", NUMBER),
                                new Parameter("Direction", "outbound-api"),
                                new Parameter("CallStatus", event.header().providerStatus()))));
    }

    /** Leaves nothing in the ledger. */
    void forgetPast() {
        pipeline.sql.execute("delete from processed_events");
    }

    /** A call as it happens, amid others, for that long. */
    TestCall playNow(String callId, Duration length) {
        TestCall call =
                startingAt(
                        pipeline.seeds.call(callId), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Deque<CallEvent> script =
                new ArrayDeque<>(
                        List.of(
                                call.initiated(),
                                call.ringing(),
                                call.ringing(),
                                call.answered(),
                                call.completed()));
        AtomicInteger others = new AtomicInteger();
        Instant end = Instant.now().plus(length);
        Awaitility.await()
                .atMost(length.plusSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            Instant now = Instant.now();
                            TestCall other =
                                    pipeline.seeds.call("busy-" + others.incrementAndGet());
                            produce(startingAt(other, now.minusMillis(355)).initiated());
                            produce(startingAt(other, now.minusMillis(3_360)).completed());
                            if (!script.isEmpty()
                                    && script.getFirst().header().receivedAt().isBefore(now)) {
                                produce(script.removeFirst());
                            }
                            return now.isAfter(end);
                        });
        return call;
    }

    private static TestCall startingAt(TestCall call, Instant start) {
        return new TestCall(call.id(), call.campaign(), call.contact(), call.leg(), start);
    }

    /** Rows as quarter of an hour of traffic leaves them; nothing of it is on the topic. */
    void history() {
        pipeline.sql.execute(
                """
                insert into processed_events (call_id, provider_call_id, event_type, event_day,
                    received_at, taken_at, applied_at, duplicates, kafka_partition, kafka_offset)
                select 'past-' || n, 'CA' || n,
                    (array['call.initiated', 'call.ringing', 'call.answered', 'call.completed',
                        'call.initiated', 'call.ringing', 'call.no_answer',
                        'call.initiated', 'call.ringing', 'call.busy',
                        'call.initiated', 'call.failed', 'call.ringing', 'call.answered',
                        'call.completed', 'call.canceled'])[1 + n % 16]::call_event_type,
                    (received at time zone 'UTC')::date, received, taken, taken,
                    (n % 23 = 0)::integer, n % 6, n
                from (
                    select n, at as received,
                        at + make_interval(secs => 0.006 + 0.03 * -ln(1 - random() * 0.999)
                            * (1 + 0.6 * sin(n / 3000.0))) as taken
                    from (
                        select n, now() - make_interval(secs => 900.0 * (1 - power(n / 30000.0, 0.9))
                            + 7 * sin(n / 900.0) * (1 - n / 30000.0) + 0.5) as at
                        from generate_series(1, 30000) n
                    ) times
                ) waits
                """);
    }

    /** Calls under way, so many of each stage, as the scheduler and their events leave them. */
    void underWay(int planned, int ringing, int answered) {
        TestCall campaign = pipeline.seeds.call("call-under-way");
        pipeline.sql.execute(
                """
                insert into call_attempts (contact_id, campaign_id, attempt_number, call_id, call_stage,
                    started_at, answered_at)
                select cast({0} as uuid), cast({1} as uuid), n + 1, 'under-way-' || n,
                    (case when n <= {2} then 'planned' when n <= {2} + {3} then 'ringing'
                        else 'answered' end)::call_stage,
                    now() - interval '40 seconds',
                    case when n > {2} + {3} then now() - interval '20 seconds' end
                from generate_series(1, {2} + {3} + {4}) n
                """
                        .replace("{0}", "'" + campaign.contact().value() + "'")
                        .replace("{1}", "'" + campaign.campaign().value() + "'")
                        .replace("{2}", Integer.toString(planned))
                        .replace("{3}", Integer.toString(ringing))
                        .replace("{4}", Integer.toString(answered)));
    }
}
