package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stated lengths that are none, or not those of the body. */
class FalseLengthTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void a_body_that_ends_early_is_a_400() throws Exception {
        String answer =
                attacked.assertRefuses(
                        RawCallback.ofCall("hostile").head() + "CallSid=CA0cc175b9c0f1b6a831");
        assertThat(Exchange.statuses(answer)).containsExactly(400);
        assertThat(answer).contains("application/problem+json", "ended before its stated length");
    }

    @Test
    void a_body_that_is_longer_is_cut_and_so_is_not_what_was_signed() throws Exception {
        RawCallback callback = RawCallback.ofCall("hostile");
        attacked.assertRefuses(
                callback.without("Content-Length").with("Content-Length: 20").text());
    }

    @Test
    void no_length_is_no_body() throws Exception {
        attacked.assertRefuses(RawCallback.ofCall("hostile").without("Content-Length").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: +200",
                "Content-Length: 0x10",
                "Content-Length: 1e2",
                "Content-Length: 20 0",
                "Content-Length: 200;",
                "Content-Length: 200, 200",
                "Content-Length: 200\r\nContent-Length: 200",
                "Content-Length: 200\r\nContent-Length: 201",
                "Content-Length: ",
                "Content-Length: \u0662",
                "Content-Length: 9223372036854775807",
                "Content-Length: 9223372036854775808",
                "Content-Length: 4294967296",
                "Content-Length: 18446744073709551816",
                "Content-Length: 99999999999999999999999999999999",
            })
    void a_length_that_is_none_is_refused(String header) throws Exception {
        attacked.assertRefuses(
                RawCallback.ofCall("hostile").without("Content-Length").with(header).text());
    }
}
