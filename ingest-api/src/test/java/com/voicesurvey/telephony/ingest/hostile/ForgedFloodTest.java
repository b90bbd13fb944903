package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;

/** Forged requests without end, which must not fill the disk with what is logged of them. */
class ForgedFloodTest {
    private static final int MANY = 3000;

    @Test
    void one_of_them_a_second_is_logged_and_all_are_counted() throws Exception {
        try (AttackedService attacked = new AttackedService();
                LoggedLines logged = new LoggedLines()) {
            long start = System.nanoTime();
            String forged = RawCallback.ofCall("forged").without("X-Twilio-Signature").text();

            String answer = Exchange.of(attacked.port(), forged.repeat(MANY));

            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat(Exchange.statuses(answer)).isEqualTo(Collections.nCopies(MANY, 403));
            assertThat(logged.warnings())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo((int) seconds + 2)
                    .allMatch(line -> line.startsWith("rejected: "));
            assertThat(attacked.service.metrics())
                    .contains("ingest_signature_failures_total{handling=\"rejected\"} " + MANY);
            attacked.assertAnswersInTime();
        }
    }
}
