package com.voicesurvey.telephony.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class AnswerTest {
    private static final String WHOLE =
            "HTTP/1.1 503 Service Unavailable\r\nX-Content-Type: a\r\nContent-Length: 12\r\n\r\n"
                    + "not possible";

    @Test
    void is_known_only_once_it_is_whole() {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(Answer.status(bytes, length)).isZero();
        }
        assertThat(Answer.status(bytes, bytes.length)).isEqualTo(503);
    }

    @Test
    void the_length_may_be_written_in_any_case() {
        byte[] bytes =
                "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(Answer.status(bytes, bytes.length)).isEqualTo(200);
    }
}
