package com.voicesurvey.telephony.ingest.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.ingest.config.DuplicateMemory;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class OnceGateTest {
    private static final EventKey KEY = key("c", EventType.RINGING);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger published = new AtomicInteger();
    private final OnceGate gate =
            new OnceGate(new DuplicateMemory(10, Duration.ofMinutes(10)), nanos::get);

    @Test
    void what_was_kept_is_a_duplicate_and_not_published_again() {
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.AlreadyKept());
        assertThat(published).hasValue(1);
    }

    @Test
    void another_status_of_the_same_call_is_no_duplicate() {
        admit(KEY, new PublishResult.Durable());
        assertThat(admit(key("c", EventType.ANSWERED), new PublishResult.Durable()))
                .isEqualTo(new Admission.Kept());
    }

    @Test
    void a_failure_is_never_remembered() {
        assertThat(admit(KEY, new PublishResult.Unavailable("away")))
                .isEqualTo(new Admission.NotKept("away"));
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void a_fault_is_never_remembered_either() {
        assertThatThrownBy(
                        () ->
                                gate.admit(
                                        KEY,
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .hasMessage("bug");
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void the_memory_ends_with_its_time() {
        admit(KEY, new PublishResult.Durable());
        nanos.set(Duration.ofMinutes(11).toNanos());
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    private Admission admit(EventKey key, PublishResult result) {
        return gate.admit(
                key,
                () -> {
                    published.incrementAndGet();
                    return result;
                });
    }

    static EventKey key(String callId, EventType type) {
        return new EventKey(new CallId(callId), new ProviderCallId("CA1"), type);
    }
}
