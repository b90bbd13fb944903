package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.ingest.Callback;

import org.junit.jupiter.api.Test;

/** Parameters without end. */
class ParameterFloodTest {
    @Test
    void a_hundred_thousand_parameters_are_too_large_a_body() throws Exception {
        try (AttackedService attacked = new AttackedService()) {
            assertThat(Exchange.statuses(attacked.assertRefuses(withBody("a=&".repeat(100_000)))))
                    .isSubsetOf(413);
        }
    }

    @Test
    void as_many_as_fit_into_the_largest_body_are_too_many() throws Exception {
        try (AttackedService attacked = new AttackedService("HTTP_MAX_BODY_BYTES", "131072")) {
            assertThat(Exchange.statuses(attacked.assertRefuses(withBody("a&".repeat(65_536)))))
                    .containsExactly(400);
            attacked.assertRefuses(withBody("&".repeat(131_072)));
        }
    }

    @Test
    void a_hundred_thousand_in_the_query_are_too_large_a_head() throws Exception {
        try (AttackedService attacked = new AttackedService()) {
            attacked.assertRefuses(
                    RawCallback.of(Callback.of("ringing").withQuery("a=&".repeat(100_000))).text());
        }
    }

    private static String withBody(String body) {
        RawCallback callback = RawCallback.ofCall("hostile").without("Content-Length");
        return callback.with("Content-Length: " + body.length()).body(body).text();
    }
}
