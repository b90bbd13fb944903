package com.voicesurvey.telephony.local.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.Report;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.LongStream;

class CallCountsTest {
    private final long answered = first(CallKind.ANSWERED);
    private final long busy = first(CallKind.BUSY);

    @Test
    void a_call_stands_where_its_last_report_has_brought_it() {
        long[] codes = {
            new Report(answered, 0).code(),
            new Report(busy, 0).code(),
            new Report(busy, 1).code(),
            new Report(busy, 2).code(),
            new Report(answered, 1).code(),
            new Report(answered, 2).code(),
        };
        CallCounts expected = CallCounts.expected(codes, 10);
        assertThat(expected.calls())
                .containsOnly(
                        Map.entry("answered/-/in_progress/-", 1L),
                        Map.entry("ended/busy/not_reached/busy", 1L),
                        Map.entry("planned/-/in_progress/-", 8L));
        assertThat(expected.answered()).isEqualTo(1);
        assertThat(expected.ended()).isEqualTo(1);
        assertThat(expected.ledger()).isEqualTo(6);
    }

    private static long first(CallKind kind) {
        return LongStream.range(0, 100)
                .filter(call -> CallKind.of(call) == kind)
                .findFirst()
                .orElseThrow();
    }
}
