package com.voicesurvey.telephony.testbed.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Against the bodies of requests that were captured. */
class StatusCallbackTest {
    private final JsonNode captured;

    StatusCallbackTest() throws IOException {
        try (var payloads = getClass().getResourceAsStream("/twilio-payloads.json")) {
            captured = new ObjectMapper().readTree(payloads);
        }
    }

    @Test
    void a_progress_callback_is_as_captured() {
        var callback = Samples.callback(CallStatus.INITIATED, null);

        assertThat(callback.body()).isEqualTo(body("initiated"));
    }

    @Test
    void an_answer_is_as_documented() {
        var callback =
                Samples.callback(
                        CallStatus.IN_PROGRESS,
                        2,
                        "2026-02-12T11:48:41.900Z",
                        Samples.line("", "", "", ""),
                        null);

        assertThat(callback.body()).isEqualTo(body("in-progress"));
    }

    @Test
    void a_terminal_callback_is_as_captured() {
        var callback =
                Samples.callback(
                        CallStatus.COMPLETED,
                        3,
                        "2025-11-02T14:21:12Z",
                        Samples.line("CRANE LAKE", "MN", "55771", "Maharashtra / Goa"),
                        new CallEnd(17, 200, null, null, "human"));

        assertThat(callback.body())
                .isEqualTo(
                        body("completed-amd-human")
                                .replace(
                                        "CA4a8a08f09d37b73795649038408b5f33",
                                        Samples.IDS.callSid()))
                .hasSizeBetween(650, 850);
    }

    @Test
    void an_error_comes_with_code_and_text() {
        var end = new CallEnd(0, null, "13224", "Dial: Invalid phone number", null);

        assertThat(Samples.callback(CallStatus.FAILED, end).body())
                .contains("CallDuration=0", "ErrorCode=13224")
                .contains("ErrorMessage=Dial%3A+Invalid+phone+number")
                .doesNotContain("SipResponseCode");
    }

    @Test
    void only_a_terminal_status_has_an_end() {
        assertThatThrownBy(() -> Samples.callback(CallStatus.BUSY, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("busy");
    }

    private String body(String id) {
        for (JsonNode request : captured) {
            if (request.get("id").textValue().equals(id)) {
                return request.get("body").textValue();
            }
        }
        throw new IllegalArgumentException(id);
    }
}
