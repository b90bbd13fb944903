package com.voicesurvey.telephony.local.bench.footprint;

import com.voicesurvey.telephony.local.bench.report.Goal;
import com.voicesurvey.telephony.local.bench.report.Series;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured of one service.
 *
 * @param readyBound seconds within which it should be ready
 * @param memoryBound MB below which it should stay under load
 */
record ServiceFigures(
        String name,
        double readyBound,
        double memoryBound,
        List<Double> ready,
        List<Double> idle,
        List<Double> loaded) {

    static ServiceFigures of(String name, double readyBound, double memoryBound) {
        return new ServiceFigures(
                name,
                readyBound,
                memoryBound,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    List<Series> series() {
        return List.of(readySeries(), new Series(name + ", idle", "MB", idle), loadedSeries());
    }

    List<Goal> goals() {
        return List.of(
                Goal.below(name + ", start to ready", "s", readySeries().median(), readyBound),
                Goal.below(
                        name + ", resident under load",
                        "MB",
                        loadedSeries().median(),
                        memoryBound));
    }

    String latest() {
        return "%-16s ready in %.2f s, %.0f MB idle, %.0f MB under load"
                .formatted(name, ready.getLast(), idle.getLast(), loaded.getLast());
    }

    private Series readySeries() {
        return new Series(name + ", start to ready", "s", ready);
    }

    private Series loadedSeries() {
        return new Series(name + ", under load", "MB", loaded);
    }
}
