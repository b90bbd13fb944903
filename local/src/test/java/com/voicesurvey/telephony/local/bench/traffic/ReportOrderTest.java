package com.voicesurvey.telephony.local.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

class ReportOrderTest {
    private final long[] codes = ReportOrder.codes(500, 20_000);

    @Test
    void each_report_is_there_once() {
        assertThat(Arrays.stream(codes).distinct().count()).isEqualTo(20_000);
    }

    @Test
    void a_call_goes_its_way_step_by_step() {
        Map<Long, Integer> last = new HashMap<>();
        for (long code : codes) {
            Report report = Report.of(code);
            Integer before = last.put(report.call(), report.step());
            assertThat(report.step()).isEqualTo(before == null ? 0 : before + 1);
        }
        assertThat(last).hasSize((int) ReportOrder.calls(codes)).containsKey(500L);
    }

    @Test
    void a_call_reports_after_many_others_only() {
        Map<Long, Integer> last = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            Integer before = last.put(Report.of(codes[i]).call(), i);
            assertThat(before == null || i - before > 50).isTrue();
        }
    }

    @Test
    void most_calls_are_answered() {
        assertThat(
                        LongStream.range(700, 800)
                                .filter(call -> CallKind.of(call) == CallKind.ANSWERED)
                                .count())
                .isEqualTo(70);
    }

    @Test
    void a_code_is_its_report() {
        Report report = new Report(123_456_789_012L, 3);
        assertThat(Report.of(report.code())).isEqualTo(report);
    }
}
