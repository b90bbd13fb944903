package com.voicesurvey.telephony.local.bench.endtoend;

import com.voicesurvey.telephony.local.bench.load.Latencies;
import com.voicesurvey.telephony.local.bench.report.Distribution;
import com.voicesurvey.telephony.local.bench.report.Series;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One latency at one rate, measured in several rounds. */
final class RateFigures {
    private final String name;
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();
    private final List<Double> p999 = new ArrayList<>();
    private final Histogram all = Latencies.empty();

    RateFigures(String name) {
        this.name = name;
    }

    void add(Histogram micros) {
        p50.add(Latencies.millis(micros, 50));
        p99.add(Latencies.millis(micros, 99));
        p999.add(Latencies.millis(micros, 99.9));
        all.add(micros);
    }

    Series p50() {
        return new Series(name + ", p50", "ms", p50);
    }

    Series p99() {
        return new Series(name + ", p99", "ms", p99);
    }

    Stream<Series> series() {
        return Stream.of(p50(), p99(), new Series(name + ", p99.9", "ms", p999));
    }

    Distribution distribution() {
        return new Distribution(name, all);
    }

    /** The last round's, for a person who watches. */
    String latest() {
        return "%s p50 %.1f p99 %.1f p99.9 %.1f ms"
                .formatted(name, p50.getLast(), p99.getLast(), p999.getLast());
    }
}
