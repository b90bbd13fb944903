package com.voicesurvey.telephony.local.bench.footprint;

import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.run.StopSignal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Looks at processes now and then, and keeps the most memory that each had. */
final class PeakMemory implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final List<HttpServerJvm> services;
    private final double[] most;
    private final StopSignal end = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("memory").unstarted(this::watch);

    private PeakMemory(List<HttpServerJvm> services) {
        this.services = List.copyOf(services);
        this.most = new double[services.size()];
    }

    static PeakMemory of(List<HttpServerJvm> services) {
        PeakMemory peak = new PeakMemory(services);
        peak.thread.start();
        return peak;
    }

    /** Looks a last time; the most of each service in MB, in their order. */
    List<Double> megabytes() {
        close();
        look();
        return Arrays.stream(most).boxed().toList();
    }

    @Override
    public void close() {
        end.request();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!end.await(BETWEEN_LOOKS)) {
            look();
        }
    }

    private void look() {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], services.get(i).residentMegabytes());
        }
    }
}
