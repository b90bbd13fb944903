package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class EventKeyTest {
    @Test
    void a_repetition_has_the_key_of_the_first_report() {
        CallEvent first = Report.of(EventType.ANSWERED).event();
        CallEvent again =
                Report.of(EventType.ANSWERED)
                        .receivedAt(Instant.EPOCH)
                        .sequence(7)
                        .status("answered")
                        .event();

        assertThat(again.key()).isEqualTo(first.key());
    }

    @Test
    void another_call_leg_or_type_is_another_event() {
        EventKey key = Report.of(EventType.RINGING).event().key();

        assertThat(key)
                .isNotEqualTo(Report.of(EventType.ANSWERED).event().key())
                .isNotEqualTo(Report.of(EventType.RINGING).call(new CallId("x")).event().key())
                .isNotEqualTo(
                        Report.of(EventType.RINGING).leg(new ProviderCallId("x")).event().key());
    }

    @Test
    void the_text_reads_type_leg_call() {
        assertThat(Report.of(EventType.RINGING).event().key().asText())
                .isEqualTo("call.ringing/CA0cc175b9c0f1b6a831c399e269772661/test-call-123");
    }

    @Property(tries = 500)
    void wherever_a_text_is_split_into_leg_and_call_it_is_another_key(
            @ForAll("parts") List<String> parts,
            @ForAll @IntRange(min = 1, max = 3) int one,
            @ForAll @IntRange(min = 1, max = 3) int other) {
        assertThat(split(parts, one).asText().equals(split(parts, other).asText()))
                .isEqualTo(one == other);
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.of("a", "/", "%", "2F", "%2F", "%25").list().ofSize(4);
    }

    @Test
    void a_slash_does_not_move_from_the_leg_to_the_call() {
        assertThat(key("a/b", "c").asText()).isNotEqualTo(key("a", "b/c").asText());
        assertThat(key("a%2Fb", "c").asText()).isNotEqualTo(key("a/b", "c").asText());
    }

    private static EventKey split(List<String> parts, int at) {
        return key(
                String.join("/", parts.subList(0, at)),
                String.join("/", parts.subList(at, parts.size())));
    }

    private static EventKey key(String leg, String call) {
        return new EventKey(new CallId(call), new ProviderCallId(leg), EventType.RINGING);
    }
}
