package com.voicesurvey.telephony.local.bench.ingest;

import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.load.Latencies;
import com.voicesurvey.telephony.local.bench.load.LoadResult;
import com.voicesurvey.telephony.local.bench.report.Distribution;
import com.voicesurvey.telephony.local.bench.report.Series;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;

/** A server that takes part, and what was measured of it so far under one kind of load. */
final class Contestant {
    private final String name;
    private final HttpServerJvm server;
    private final boolean keeps;
    private final List<Double> throughput = new ArrayList<>();
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();
    private final Histogram micros = Latencies.empty();

    /**
     * Nothing measured yet.
     *
     * @param keeps whether it writes events to the topic
     */
    Contestant(String name, HttpServerJvm server, boolean keeps) {
        this.name = name;
        this.server = server;
        this.keeps = keeps;
    }

    String name() {
        return name;
    }

    HttpServerJvm server() {
        return server;
    }

    boolean keeps() {
        return keeps;
    }

    void add(LoadResult result) {
        throughput.add(result.throughput());
        p50.add(result.millis(50));
        p99.add(result.millis(99));
        micros.add(result.latencies());
    }

    Series throughput() {
        return new Series(name, "/s", throughput);
    }

    Series p50() {
        return new Series(name + ", p50", "ms", p50);
    }

    Series p99() {
        return new Series(name + ", p99", "ms", p99);
    }

    Distribution distribution() {
        return new Distribution(name, micros);
    }
}
