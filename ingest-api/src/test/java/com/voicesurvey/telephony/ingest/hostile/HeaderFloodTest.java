package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Heads that are too large, or the same over and over. */
class HeaderFloodTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void a_header_of_ten_megabytes_is_refused() throws Exception {
        String answer = attacked.assertRefuses(head().with("X: " + "x".repeat(10_000_000)).text());
        assertThat(Exchange.statuses(answer)).isSubsetOf(431);
    }

    @Test
    void a_header_name_of_a_megabyte_is_refused() throws Exception {
        attacked.assertRefuses(head().with("x".repeat(1_000_000) + ": x").text());
    }

    @Test
    void a_hundred_thousand_headers_are_refused() throws Exception {
        attacked.assertRefuses(head().with("X: y\r\n".repeat(100_000) + "X: y").text());
    }

    @Test
    void a_megabyte_of_URL_is_refused() throws Exception {
        attacked.assertRefuses(
                head().requestLine("POST /" + "x".repeat(1_000_000) + " HTTP/1.1").text());
    }

    @Test
    void a_megabyte_of_method_is_refused() throws Exception {
        attacked.assertRefuses(head().requestLine("P".repeat(1_000_000)).text());
    }

    @Test
    void as_many_signatures_as_fit_are_as_good_as_the_first_one() throws Exception {
        String wrong = "X-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n";
        RawCallback genuine = head();
        String answer =
                attacked.assertRefuses(
                        genuine.requestLine(
                                        genuine.requestLine() + "\r\n" + wrong.repeat(200) + "X: y")
                                .text());
        assertThat(Exchange.statuses(answer)).containsExactly(403);
    }

    @Test
    void two_media_types_are_as_good_as_the_first_one() throws Exception {
        RawCallback genuine = head().without("Content-Type");
        String answer =
                attacked.assertRefuses(
                        genuine.with(
                                        "Content-Type: text/plain",
                                        "Content-Type: application/x-www-form-urlencoded")
                                .text());
        assertThat(Exchange.statuses(answer)).containsExactly(415);
    }

    private static RawCallback head() {
        return RawCallback.ofCall("hostile");
    }
}
