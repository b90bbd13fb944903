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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

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
                                                })
                                        .join())
                .hasRootCauseMessage("bug");
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void nobody_waits_in_it_for_what_is_under_way() {
        CompletableFuture<PublishResult> fate = new CompletableFuture<>();
        CompletableFuture<Admission> first = gate.admit(KEY, () -> fate);
        CompletableFuture<Admission> second = gate.admit(KEY, CompletableFuture::new);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();

        fate.complete(new PublishResult.Durable());

        assertThat(first).isCompletedWithValue(new Admission.Kept());
        assertThat(second).isCompletedWithValue(new Admission.AlreadyKept());
    }

    @Test
    void the_fault_of_the_first_is_no_success_of_who_shares_its_fate() {
        CompletableFuture<PublishResult> fate = new CompletableFuture<>();
        CompletableFuture<Admission> first = gate.admit(KEY, () -> fate);
        CompletableFuture<Admission> second = gate.admit(KEY, CompletableFuture::new);

        fate.completeExceptionally(new IllegalStateException("bug"));

        assertThat(first).isCompletedExceptionally();
        assertThat(second.join()).isInstanceOf(Admission.NotKept.class);
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void a_repetition_does_not_make_the_memory_last_longer() {
        admit(KEY, new PublishResult.Durable());
        nanos.set(Duration.ofMinutes(6).toNanos());
        admit(KEY, new PublishResult.Durable());
        nanos.set(Duration.ofMinutes(11).toNanos());
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void the_memory_ends_with_its_time() {
        admit(KEY, new PublishResult.Durable());
        nanos.set(Duration.ofMinutes(11).toNanos());
        assertThat(admit(KEY, new PublishResult.Durable())).isEqualTo(new Admission.Kept());
    }

    @Test
    void when_it_is_full_those_kept_last_are_remembered() {
        OnceGate full =
                new OnceGate(new DuplicateMemory(1_000, Duration.ofMinutes(10)), nanos::get);
        for (int i = 0; i < 10_000; i++) {
            nanos.incrementAndGet();
            keep(full, i);
        }
        long known =
                IntStream.range(9_000, 10_000)
                        .filter(i -> keep(full, i).equals(new Admission.AlreadyKept()))
                        .count();
        assertThat(known).isGreaterThan(990);
        assertThat(keep(full, 0)).isEqualTo(new Admission.Kept());
    }

    private static Admission keep(OnceGate gate, int call) {
        return gate.admit(
                        key("call-" + call, EventType.RINGING),
                        () -> CompletableFuture.completedFuture(new PublishResult.Durable()))
                .join();
    }

    private Admission admit(EventKey key, PublishResult result) {
        return gate.admit(
                        key,
                        () -> {
                            published.incrementAndGet();
                            return CompletableFuture.completedFuture(result);
                        })
                .join();
    }

    static EventKey key(String callId, EventType type) {
        return new EventKey(new CallId(callId), new ProviderCallId("CA1"), type);
    }
}
