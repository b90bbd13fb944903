package com.voicesurvey.telephony.processor.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    @Test
    void labels_are_added_up_and_what_is_not_there_is_zero() {
        PrometheusText page =
                PrometheusText.read(
                        """
                        # HELP ingest_spool_records Events that wait in the spool
                        # TYPE ingest_spool_records gauge
                        ingest_spool_records 12.0
                        ingest_signature_failures_total{handling="rejected"} 3.0
                        ingest_signature_failures_total{handling="let through"} 1.0
                        jvm_threads NaN
                        """);
        assertThat(page.value("ingest_spool_records")).isEqualTo(12);
        assertThat(page.value("ingest_signature_failures_total")).isEqualTo(4);
        assertThat(page.value("nothing")).isZero();
        assertThat(page.has("nothing")).isFalse();
    }
}
