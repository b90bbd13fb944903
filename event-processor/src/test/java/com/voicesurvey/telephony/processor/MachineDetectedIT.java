package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an answering-machine detection found is told of the call, and changes nothing of it. */
class MachineDetectedIT extends PipelineTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private EventProcessor processor;

    @BeforeEach
    void startProcessor() {
        processor = pipeline.startProcessor();
    }

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void it_is_on_the_calls_timeline_and_changes_nothing_wherever_it_arrives() throws Exception {
        TestCall without = pipeline.seeds.call("call-without");
        List<CallEvent> arrivals = new ArrayList<>(others(without));
        for (int place = 0; place <= 4; place++) {
            TestCall call = pipeline.seeds.call("call-" + place);
            List<CallEvent> events = new ArrayList<>(others(call));
            events.add(place, call.machineDetected());
            arrivals.addAll(events);
        }
        arrivals.forEach(pipeline::produce);
        pipeline.awaitAllApplied();

        for (int place = 0; place <= 4; place++) {
            JsonNode events = call("call-" + place).at("/events");
            assertThat(events.findValuesAsText("event_type"))
                    .containsExactlyInAnyOrder(
                            "call.initiated",
                            "call.ringing",
                            "call.answered",
                            "call.machine_detected",
                            "call.completed");
            assertDetected(detection(events));
        }
        assertThat(
                        pipeline.sql
                                .selectDistinct(
                                        CALL_ATTEMPTS.CALL_STAGE,
                                        CALL_ATTEMPTS.PROVIDER_RAW_STATUS,
                                        CALL_ATTEMPTS.OUTCOME,
                                        CALL_ATTEMPTS.DURATION_SECONDS,
                                        CALL_ATTEMPTS.END_EVENT,
                                        CALL_ATTEMPTS.END_SEQUENCE,
                                        CALL_ATTEMPTS.ANSWERED_AT.isNotNull(),
                                        CALL_ATTEMPTS.ENDED_AT.isNotNull(),
                                        CALL_ATTEMPTS.CONTACT_STATE_BEFORE)
                                .from(CALL_ATTEMPTS)
                                .fetch())
                .as("one and the same with a detection as without")
                .hasSize(1);
        assertThat(
                        pipeline.sql
                                .selectDistinct(CONTACTS.STATE, CONTACTS.LAST_OUTCOME)
                                .from(CONTACTS)
                                .fetch())
                .hasSize(1);
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() >= 6);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(6);
    }

    @Test
    void alone_it_leaves_the_rows_as_they_are_and_starts_no_dialogue() throws Exception {
        TestCall call = pipeline.seeds.call("call-alone");
        List<String> attempts = pipeline.attempts();
        List<String> contacts = contacts();

        pipeline.produce(call.machineDetected(), call.machineDetected());
        pipeline.awaitAllApplied();

        JsonNode report = call("call-alone");
        assertThat(report.at("/attempt/stage").asText()).isEqualTo("planned");
        assertThat(report.at("/events")).hasSize(1);
        assertDetected(report.at("/events/0"));
        assertThat(report.at("/events/0/duplicates").asInt()).isEqualTo(1);
        assertThat(pipeline.attempts()).isEqualTo(attempts);
        assertThat(contacts()).isEqualTo(contacts);
        TestCall next = pipeline.seeds.call();
        pipeline.produce(next.answered());
        await().atMost(Pipeline.PATIENCE)
                .until(() -> !pipeline.records(Topics.DIALOGUE_STARTS).isEmpty());
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS))
                .extracting(record -> Pipeline.header(record, "ce_subject"))
                .containsExactly(next.id().value());
    }

    @Test
    void it_waits_for_its_attempt_as_others_do() throws Exception {
        TestCall early = TestCall.of("call-early");
        pipeline.produce(early.machineDetected());
        pipeline.awaitAllApplied();
        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isEqualTo(1);
        assertThat(call("call-early").at("/events/0/disposition").asText()).isEqualTo("parked");

        pipeline.seeds.contact(early);
        pipeline.seeds.attempt(early, 1);

        await().atMost(Pipeline.PATIENCE).until(() -> pipeline.sql.fetchCount(PARKED_EVENTS) == 0);
        assertDetected(call("call-early").at("/events/0"));
    }

    private static List<CallEvent> others(TestCall call) {
        return List.of(call.initiated(), call.ringing(), call.answered(), call.completed());
    }

    private static JsonNode detection(JsonNode events) {
        for (JsonNode event : events) {
            if (event.at("/event_type").asText().equals("call.machine_detected")) {
                return event;
            }
        }
        throw new AssertionError("no detection among " + events);
    }

    private static void assertDetected(JsonNode event) {
        assertThat(event.at("/event_type").asText()).isEqualTo("call.machine_detected");
        assertThat(event.at("/answered_by").asText()).isEqualTo("machine_end_beep");
        assertThat(event.at("/disposition").asText()).isEqualTo("applied");
    }

    private List<String> contacts() {
        return pipeline.sql.selectFrom(CONTACTS).fetch().map(Object::toString);
    }

    private JsonNode call(String id) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + processor.opsPort() + "/calls/" + id);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
