package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.Objects;

/** Between any two ends it is settled which one stands; only equal claims stand level. */
class EndingOrderTest {
    @Property(tries = 2000)
    void of_two_ends_exactly_one_stands(
            @ForAll("endings") Ending one, @ForAll("endings") Ending other) {
        boolean level =
                one.type() == other.type()
                        && Objects.equals(one.sequenceNumber(), other.sequenceNumber())
                        && Objects.equals(one.providerTime(), other.providerTime());

        assertThat(one.precedes(other) ? 1 : 0)
                .isEqualTo(1 - (other.precedes(one) ? 1 : 0) - (level ? 1 : 0));
    }

    @Property(tries = 3000)
    void what_stands_against_one_stands_against_all_that_one_does(
            @ForAll("endings") Ending a, @ForAll("endings") Ending b, @ForAll("endings") Ending c) {
        if (a.precedes(b) && b.precedes(c)) {
            assertThat(a.precedes(c)).isTrue();
        }
    }

    @Property(tries = 200)
    void no_end_precedes_itself(@ForAll("endings") Ending ending) {
        assertThat(ending.precedes(ending)).isFalse();
    }

    @Provide
    Arbitrary<Ending> endings() {
        return Combinators.combine(
                        Arbitraries.of(EventType.class)
                                .filter(type -> type.stage() == CallStage.ENDED)
                                .injectNull(0.1),
                        Arbitraries.of(0, 1, 2).injectNull(0.3),
                        Arbitraries.of(0L, 1L, Long.MAX_VALUE / 1_000_000_000_000L)
                                .map(Instant::ofEpochSecond)
                                .injectNull(0.3))
                .as(
                        (type, sequence, time) ->
                                new Ending(type, Instant.EPOCH, sequence, time, null, null));
    }
}
