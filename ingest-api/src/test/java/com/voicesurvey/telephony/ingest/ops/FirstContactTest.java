package com.voicesurvey.telephony.ingest.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.ingest.publish.Keeping;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class FirstContactTest {
    private static final Keeping DEGRADED = new Keeping.Degraded("no answer");

    private final AtomicLong now = new AtomicLong();
    private final FirstContact contact = new FirstContact(now::get);

    @Test
    void a_start_without_Kafka_is_ready_after_ten_seconds() {
        assertThat(contact.judge(DEGRADED)).isEqualTo(new Health.Down("starting: no answer"));
        now.set(TimeUnit.SECONDS.toNanos(9));
        assertThat(contact.judge(DEGRADED)).isInstanceOf(Health.Down.class);
        now.set(TimeUnit.SECONDS.toNanos(10));
        assertThat(contact.judge(DEGRADED)).isEqualTo(new Health.Degraded("no answer"));
    }

    @Test
    void once_Kafka_was_there_its_loss_is_degraded_at_once() {
        assertThat(contact.judge(new Keeping.Direct())).isEqualTo(new Health.Up());
        assertThat(contact.judge(DEGRADED)).isEqualTo(new Health.Degraded("no answer"));
    }
}
