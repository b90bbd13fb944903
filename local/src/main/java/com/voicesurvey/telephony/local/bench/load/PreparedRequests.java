package com.voicesurvey.telephony.local.bench.load;

import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Unique signed requests, made before anything is measured: 132 bytes each. */
final class PreparedRequests {
    private final Map<CallKind, List<RequestTemplate>> templates = new EnumMap<>(CallKind.class);
    private final long[] codes;
    private final byte[] slips;

    private PreparedRequests(LoadPlan plan, Instant time) {
        for (CallKind kind : CallKind.values()) {
            templates.put(
                    kind,
                    IntStream.range(0, kind.steps().size())
                            .mapToObj(step -> RequestTemplate.of(plan, kind, step, time))
                            .toList());
        }
        this.codes = ReportOrder.codes(plan.firstCall(), plan.most());
        this.slips = new byte[Math.multiplyExact(codes.length, Slip.LENGTH)];
    }

    static PreparedRequests of(LoadPlan plan) {
        PreparedRequests requests = new PreparedRequests(plan, Instant.now());
        Slip slip = new Slip(plan.authToken());
        for (int i = 0; i < requests.size(); i++) {
            slip.write(
                    requests.template(i),
                    Report.of(requests.codes[i]).call(),
                    requests.slips,
                    i * Slip.LENGTH);
        }
        return requests;
    }

    int size() {
        return codes.length;
    }

    /** Request number i, ready to be sent. */
    void write(int i, ByteBuffer out) {
        template(i).write(out, slips, i * Slip.LENGTH);
    }

    private RequestTemplate template(int i) {
        Report report = Report.of(codes[i]);
        return Objects.requireNonNull(templates.get(CallKind.of(report.call()))).get(report.step());
    }
}
