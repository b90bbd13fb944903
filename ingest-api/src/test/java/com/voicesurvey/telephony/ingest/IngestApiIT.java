package com.voicesurvey.telephony.ingest;

import static com.voicesurvey.telephony.ingest.CallEventsOnKafka.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxRequest;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxSigner;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** From a signed request over HTTP to the record on a real broker. */
class IngestApiIT {
    private static final Kafka KAFKA = Infra.kafka();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TelnyxSigner TELNYX = TelnyxSigner.create();
    private static IngestApi api;

    @BeforeAll
    static void start() {
        CallEventsOnKafka.createTopics(KAFKA);
        api =
                IngestApi.start(
                        TestService.config(
                                "KAFKA_BOOTSTRAP_SERVERS", KAFKA.bootstrapServers(),
                                "TELNYX_PUBLIC_KEY", TELNYX.publicKey()));
    }

    @AfterAll
    static void stop() {
        api.close();
        CLIENT.close();
    }

    @Test
    void what_was_answered_processed_is_on_the_topic_as_a_CloudEvent_keyed_by_its_call()
            throws Exception {
        assertThat(post(Callback.of("in-progress").ofCall("it-processed")))
                .contains("\"processed\"");
        ConsumerRecord<byte[], byte[]> record = only(Topics.CALL_EVENTS, "it-processed");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id"))
                .isEqualTo("call.answered/CA0cc175b9c0f1b6a831c399e269772661/it-processed");
        assertThat(header(record, "ce_type")).isEqualTo("call.answered");
        assertThat(header(record, "ce_source")).isEqualTo("/telephony/twilio");
        assertThat(header(record, "ce_subject")).isEqualTo("it-processed");
        assertThat(header(record, "ce_time")).isEqualTo("2026-02-12T11:48:41Z");
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo(CloudEventNames.CALL_EVENT_SCHEMA.toString());
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(CallEventDecoder.decode(record.value()))
                .isInstanceOfSatisfying(
                        DecodedValue.Event.class,
                        decoded ->
                                assertThat(decoded.event().type()).isEqualTo(EventType.ANSWERED));
        assertThat(CallEventDecoder.parameters(record.value()))
                .extracting(parameter -> parameter.name())
                .contains("call_id", "CallSid", "To", "ToCity");
    }

    @Test
    void an_event_posted_twice_is_on_the_topic_once() throws Exception {
        Callback callback = Callback.of("busy").ofCall("it-duplicate");
        assertThat(post(callback)).contains("\"processed\"");
        assertThat(post(callback)).contains("\"duplicate\"");
        assertThat(CallEventsOnKafka.ofCall(KAFKA, Topics.CALL_EVENTS, "it-duplicate")).hasSize(1);
    }

    @Test
    void what_was_answered_quarantined_is_among_the_dead_letters_with_its_reason()
            throws Exception {
        assertThat(post(Callback.of("teleported").ofCall("it-unknown")))
                .contains("\"quarantined\"");
        ConsumerRecord<byte[], byte[]> record = only(Topics.DEAD_LETTERS, "it-unknown");
        assertThat(header(record, "dlq_reason")).isEqualTo("unknown_status");
        assertThat(header(record, "dlq_detail")).contains("teleported");
        assertThat(header(record, "dlq_time")).isNotBlank();
        assertThat(header(record, "ce_type")).isEqualTo("call.unknown");
        assertThat(CallEventDecoder.decode(record.value()))
                .isInstanceOf(DecodedValue.UnknownStatus.class);
    }

    @Test
    void an_event_of_Telnyx_is_on_the_same_topic_by_the_call_id_of_its_client_state()
            throws Exception {
        HttpRequest request =
                TelnyxRequest.of("it-telnyx", "call.answered")
                        .signed(TELNYX)
                        .to(api.port())
                        .build();
        assertThat(send(request)).contains("\"processed\"");
        assertThat(send(request)).contains("\"duplicate\"");
        ConsumerRecord<byte[], byte[]> record = only(Topics.CALL_EVENTS, "it-telnyx");
        assertThat(header(record, "ce_type")).isEqualTo("call.answered");
        assertThat(header(record, "ce_source")).isEqualTo("/telephony/telnyx");
        assertThat(CallEventDecoder.decode(record.value())).isInstanceOf(DecodedValue.Event.class);
    }

    @Test
    void who_picked_up_is_on_the_topic_as_an_event_of_its_own() throws Exception {
        Callback callback =
                Callback.of("none")
                        .without("CallStatus")
                        .with("AnsweredBy", "machine_start")
                        .ofCall("it-machine");
        assertThat(post(callback)).contains("\"processed\"", "call.machine_detected");
        assertThat(post(callback)).contains("\"duplicate\"");
        ConsumerRecord<byte[], byte[]> record = only(Topics.CALL_EVENTS, "it-machine");
        assertThat(header(record, "ce_type")).isEqualTo("call.machine_detected");
        assertThat(CallEventDecoder.decode(record.value()))
                .isInstanceOfSatisfying(
                        DecodedValue.Event.class,
                        decoded ->
                                assertThat(decoded.event().header().answeredBy())
                                        .isEqualTo(AnsweredBy.MACHINE_START));
    }

    @Test
    void with_the_topics_there_it_is_ready() throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + api.adminPort() + "/health/ready"))
                        .build();
        assertThat(CLIENT.send(ready, BodyHandlers.ofString()).body())
                .isEqualTo("{\"status\":\"up\"}");
    }

    private static String post(Callback callback) throws Exception {
        return send(callback.request(api.port()).build());
    }

    private static String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static ConsumerRecord<byte[], byte[]> only(String topic, String callId) {
        return CallEventsOnKafka.only(KAFKA, topic, callId);
    }
}
