package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that do not wait for the answers to those before them. */
class PipeliningTest {
    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void each_of_them_is_answered_in_order() throws Exception {
        String answer =
                Exchange.of(
                        attacked.port(),
                        IntStream.range(0, 200)
                                .mapToObj(i -> RawCallback.ofCall("pipelined-" + i).text())
                                .collect(Collectors.joining()));
        assertThat(Exchange.statuses(answer)).isEqualTo(Collections.nCopies(200, 200));
        assertThat(answer)
                .containsSubsequence("pipelined-0\"", "pipelined-99\"", "pipelined-199\"");
    }

    @Test
    void one_that_is_refused_does_not_stop_the_next() throws Exception {
        RawCallback forged = RawCallback.ofCall("forged").without("X-Twilio-Signature");
        String answer =
                Exchange.of(
                        attacked.port(),
                        forged.text() + RawCallback.ofCall("behind-a-forged-one").text());
        assertThat(Exchange.statuses(answer)).containsExactly(403, 200);
    }

    @Test
    void nothing_is_read_behind_one_that_is_broken() throws Exception {
        String answer =
                Exchange.of(
                        attacked.port(),
                        RawCallback.ofCall("before").text()
                                + "GARBAGE\r\n\r\n"
                                + RawCallback.ofCall("behind").text());
        assertThat(Exchange.statuses(answer)).startsWith(200).isSubsetOf(200, 400);
        assertThat(attacked.calls()).contains("before").doesNotContain("behind");
    }
}
