package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** A callback by GET has no use for a body, and nobody waits for one that it announces. */
class UnreadBodyTest {
    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5", "Transfer-Encoding: chunked"})
    void it_is_kept_and_the_answer_says_that_the_connection_ends(String body) throws Exception {
        assertThat(RawHttp.exchange(service.api.port(), byGet(body)))
                .startsWith("HTTP/1.1 200")
                .contains("Connection: close", "\"status\":\"processed\"");
        assertThat(service.publisher.events()).hasSize(1);
    }

    @Test
    void without_a_body_the_connection_goes_on() throws Exception {
        String twice = byGet("X: y") + byGet("Connection: close");
        String answers = RawHttp.exchange(service.api.port(), twice);
        assertThat(answers).contains("\"status\":\"processed\"", "\"status\":\"duplicate\"");
        assertThat(answers.substring(0, answers.indexOf("processed")))
                .doesNotContain("Connection: close");
    }

    private static String byGet(String header) {
        Callback callback = Callback.of("ringing");
        Callback all =
                new Callback(
                        callback.path(),
                        callback.query() + "&" + callback.body(),
                        List.of(),
                        callback.token());
        return "GET %s?%s HTTP/1.1\r\nHost: x\r\n%s: %s\r\n%s\r\n\r\n"
                .formatted(all.path(), all.query(), TwilioSigner.HEADER, all.signature(), header);
    }
}
