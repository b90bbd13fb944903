package com.voicesurvey.telephony.ingest;

import static com.voicesurvey.telephony.ingest.CallEventsOnKafka.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.hostile.LoggedLines;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;
import com.voicesurvey.telephony.testbed.proxy.Link;
import com.voicesurvey.telephony.testbed.rest.FakeCall;
import com.voicesurvey.telephony.testbed.rest.FakeTwilio.Mood;
import com.voicesurvey.telephony.testbed.simulation.CallEnding;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * From a question on a real broker to the event that Twilio never reported: the real service, its
 * real Twilio adapter, and a Twilio played over HTTP.
 */
class ReconciliationIT {
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final Kafka KAFKA = Infra.kind().startKafka();

    private final OverdueCallsOnKafka questions = new OverdueCallsOnKafka(KAFKA);
    private final HttpClient client = HttpClient.newHttpClient();
    private final LoggedLines logged = new LoggedLines();
    private long before;

    @TempDir Path folder;

    @BeforeAll
    static void topics() {
        CallEventsOnKafka.createTopics(KAFKA);
        KAFKA.createTopic(Topics.OVERDUE_CALLS, 1);
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @BeforeEach
    void begin() throws Exception {
        before = questions.done();
    }

    @AfterEach
    void end() {
        client.close();
        logged.close();
    }

    @Test
    void an_ended_call_gives_the_one_event_that_its_callback_would_have_been() throws Exception {
        try (SilentTwilio twilio = SilentTwilio.endingAtOnce(CallEnding.COMPLETED);
                IngestApi api = start(twilio)) {
            OverdueCall call = twilio.placed("ended");
            questions.ask(call);
            awaitDone(1);

            ConsumerRecord<byte[], byte[]> record = only("ended");
            assertThat(header(record, "ce_type")).isEqualTo("call.completed");
            assertThat(header(record, "ce_id"))
                    .isEqualTo("call.completed/" + call.providerCallId() + "/ended");
            FakeCall truth = twilio.truth(call);
            int seconds = Objects.requireNonNull(truth.plan().expected().durationSeconds());
            Instant end =
                    truth.startedAt()
                            .plus(truth.plan().callbacks().getLast().at())
                            .truncatedTo(ChronoUnit.SECONDS);
            CallEvent.Completed event = (CallEvent.Completed) event(record);
            assertThat(event.header().campaignId()).isEqualTo(call.campaignId());
            assertThat(event.header().contactId()).isEqualTo(call.contactId());
            assertThat(event.header().provider()).isEqualTo("twilio");
            assertThat(event.header().providerStatus()).isEqualTo("completed");
            assertThat(event.header().providerTime()).isEqualTo(end);
            assertThat(event.duration()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(CallEventDecoder.parameters(record.value()))
                    .containsExactly(
                            new Parameter("Reconciled", "true"),
                            new Parameter("CallSid", call.providerCallId().value()),
                            new Parameter("CallStatus", "completed"),
                            new Parameter("CallDuration", "" + seconds));

            // the callback comes after all: kept as well, and the ledger knows it by its key
            assertThat(post(api, callback("completed", call)).body()).contains("\"processed\"");
            await().atMost(IN_TIME).until(() -> recordsOf("ended").size() > 1);
            assertThat(only("ended").key()).isEqualTo(record.key());
        }
    }

    @Test
    void what_goes_on_or_is_not_known_or_no_question_gives_nothing_and_the_next_is_taken()
            throws Exception {
        try (SilentTwilio twilio =
                        SilentTwilio.inRealTime(CallEnding.NO_ANSWER, CallEnding.BUSY_AT_ONCE);
                SilentTwilio another = SilentTwilio.endingAtOnce(CallEnding.COMPLETED);
                IngestApi _ = start(twilio)) {
            OverdueCall goesOn = twilio.placed("goes-on");
            OverdueCall ended = twilio.placed("busy");
            await().atMost(IN_TIME).until(() -> twilio.hasEnded(ended));
            questions.ask(goesOn);
            questions.ask(another.placed("unknown"));
            questions.put("unreadable", "{\"schema_version\":2}".getBytes(StandardCharsets.UTF_8));
            questions.ask(ended);
            awaitDone(4);

            assertThat(twilio.hasEnded(goesOn)).isFalse();
            assertThat(event(only("busy")).type()).isEqualTo(EventType.BUSY);
            assertThat(recordsOf("goes-on", "unknown", "unreadable")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_Twilio_that_does_not_answer_is_asked_again_and_callbacks_go_on(Mood mood)
            throws Exception {
        try (SilentTwilio twilio = SilentTwilio.endingAtOnce(CallEnding.FAILED);
                IngestApi api = start(twilio)) {
            String callId = "asked-again-" + mood.getClass().getSimpleName();
            OverdueCall call = twilio.placed(callId);
            twilio.mood(mood);
            questions.ask(call);
            awaitAskedAgain(callId, 2);
            assertAnswersCallbacks(api, "beside-" + mood.getClass().getSimpleName());
            assertThat(recordsOf(callId)).isEmpty();
            assertThat(questions.done()).isEqualTo(before);

            twilio.mood(new Mood.Well());
            awaitDone(1);
            assertThat(event(only(callId)).type()).isEqualTo(EventType.FAILED);
        }
    }

    static Stream<Mood> a_Twilio_that_does_not_answer_is_asked_again_and_callbacks_go_on() {
        return Stream.of(new Mood.Limiting(), new Mood.Failing(), new Mood.Mute());
    }

    @Test
    void a_Twilio_that_is_gone_is_asked_again_and_callbacks_go_on() throws Exception {
        try (SilentTwilio twilio = SilentTwilio.endingAtOnce(CallEnding.NO_ANSWER);
                IngestApi api = start(twilio)) {
            OverdueCall call = twilio.placed("gone");
            twilio.set(new Link.Cut());
            questions.ask(call);
            awaitAskedAgain("gone", 2);
            assertAnswersCallbacks(api, "beside-gone");
            assertThat(recordsOf("gone")).isEmpty();

            twilio.set(new Link.Open());
            awaitDone(1);
            assertThat(event(only("gone")).type()).isEqualTo(EventType.NO_ANSWER);
        }
    }

    @Test
    void what_a_stopped_service_has_not_done_is_left_to_the_next() throws Exception {
        try (SilentTwilio twilio = SilentTwilio.endingAtOnce(CallEnding.COMPLETED)) {
            OverdueCall call = twilio.placed("left");
            twilio.mood(new Mood.Failing());
            try (IngestApi first = start(twilio)) {
                questions.ask(call);
                awaitAskedAgain("left", 1);
                assertClosesPromptly(first);
            }
            assertThat(questions.done()).isEqualTo(before);
            assertThat(recordsOf("left")).isEmpty();

            twilio.mood(new Mood.Well());
            try (IngestApi _ = start(twilio)) {
                awaitDone(1);
                only("left");
            }
        }
    }

    @Test
    void without_Kafka_it_begins_later_and_ends_promptly() throws Exception {
        try (SilentTwilio twilio = SilentTwilio.endingAtOnce(CallEnding.COMPLETED)) {
            questions.ask(twilio.placed("waits-for-kafka"));
            KAFKA.stop();
            try (IngestApi api = start(twilio)) {
                assertAnswersCallbacks(api, "without-kafka");
                KAFKA.start();
                awaitDone(1);
                only("waits-for-kafka");

                KAFKA.stop();
                assertClosesPromptly(api);
            }
        } finally {
            KAFKA.start();
        }
    }

    private IngestApi start(SilentTwilio twilio) {
        return IngestApi.start(
                TestService.config(
                        "TWILIO_ACCOUNT_SID", SilentTwilio.ACCOUNT,
                        "TWILIO_API_URL", twilio.url(),
                        "SPOOL_DIR", folder.resolve("spool").toString(),
                        "KAFKA_BOOTSTRAP_SERVERS", KAFKA.bootstrapServers()));
    }

    private void awaitDone(long count) {
        await().atMost(IN_TIME).until(() -> questions.done() == before + count);
    }

    private void awaitAskedAgain(String callId, int times) {
        await().atMost(IN_TIME)
                .until(
                        () ->
                                logged.warnings().stream()
                                                .filter(
                                                        line ->
                                                                line.startsWith(
                                                                        "Overdue call "
                                                                                + callId
                                                                                + " is asked"))
                                                .count()
                                        >= times);
    }

    private void assertAnswersCallbacks(IngestApi api, String callId) throws Exception {
        for (String status : List.of("ringing", "in-progress", "completed")) {
            long start = System.nanoTime();
            assertThat(post(api, Callback.of(status).ofCall(callId)).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void assertClosesPromptly(IngestApi api) {
        long start = System.nanoTime();
        api.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    private HttpResponse<String> post(IngestApi api, Callback callback) throws Exception {
        return client.send(callback.request(api.port()).build(), BodyHandlers.ofString());
    }

    private static Callback callback(String status, OverdueCall call) {
        return Callback.of(status)
                .withQuery(
                        "call_id=%s&campaign_id=%s&contact_id=%s"
                                .formatted(call.callId(), call.campaignId(), call.contactId()))
                .without("CallSid")
                .with("CallSid", call.providerCallId().value());
    }

    private static ConsumerRecord<byte[], byte[]> only(String callId) {
        return CallEventsOnKafka.only(KAFKA, Topics.CALL_EVENTS, callId);
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOf(String... callIds) {
        return CallEventsOnKafka.all(KAFKA, Topics.CALL_EVENTS).stream()
                .filter(r -> List.of(callIds).contains(new String(r.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static CallEvent event(ConsumerRecord<byte[], byte[]> record) {
        return ((DecodedValue.Event) CallEventDecoder.decode(record.value())).event();
    }
}
