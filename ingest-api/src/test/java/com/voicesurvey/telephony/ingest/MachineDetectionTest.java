package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;

/** Twilio's asynchronous report of who picked up, which has no CallStatus. */
class MachineDetectionTest {
    private static final String ANSWER =
            "{\"status\":\"%s\",\"call_id\":\"test-call-123\","
                    + "\"event_type\":\"call.machine_detected\"}";

    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "human, HUMAN",
        "machine_start, MACHINE_START",
        "machine_end_beep, MACHINE_END_BEEP",
        "fax, FAX",
        "unknown, UNKNOWN",
        "a_word_of_tomorrow, UNKNOWN"
    })
    void what_was_found_is_kept_as_an_event_of_its_own(String word, AnsweredBy found)
            throws Exception {
        HttpResponse<String> answer = service.post(report(word));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ANSWER.formatted("processed"));
        CallEvent event = service.publisher.events().getFirst().event();
        assertThat(event).isInstanceOf(CallEvent.MachineDetected.class);
        EventHeader header = event.header();
        assertThat(header.answeredBy()).isEqualTo(found);
        assertThat(header.providerStatus()).isEqualTo(word);
    }

    @Test
    void repeated_it_is_a_duplicate() throws Exception {
        service.post(report("machine_start"));
        assertThat(service.post(report("machine_start")).body())
                .isEqualTo(ANSWER.formatted("duplicate"));
        assertThat(service.publisher.events()).hasSize(1);
    }

    @Test
    void it_is_not_taken_for_the_answer_itself() throws Exception {
        service.post(report("human"));
        assertThat(service.post(Callback.of("in-progress").with("AnsweredBy", "human")).body())
                .contains("processed", "call.answered");
        assertThat(service.publisher.events()).hasSize(2);
    }

    @Test
    void forged_it_is_a_403() throws Exception {
        assertThat(service.post(report("human").withToken("another")).statusCode()).isEqualTo(403);
        assertThat(service.publisher.events()).isEmpty();
    }

    private static Callback report(String answeredBy) {
        return Callback.of("none")
                .without("CallStatus")
                .without("Timestamp")
                .with("AnsweredBy", answeredBy)
                .with("MachineDetectionDuration", "2400");
    }
}
