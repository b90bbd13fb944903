package com.voicesurvey.telephony.local.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.local.bench.host.Children;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.RunFailedException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of a generator, in a process of its own. */
public final class LoadRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final Duration TO_PREPARE_AND_DRAIN = Duration.ofSeconds(90);

    private LoadRun() {}

    /**
     * Sends what is planned, and returns when the last answer is there.
     *
     * @throws RunFailedException if it cannot, or the requests do not last
     */
    public static LoadResult run(Children children, LoadPlan plan) {
        Duration atMost = Duration.ofNanos(plan.totalNanos()).plus(TO_PREPARE_AND_DRAIN);
        LoadResult result;
        try {
            String plannedAs = JSON.writeValueAsString(plan);
            String printed = children.run("load", JVM, LoadProgram.class, atMost, plannedAs);
            result = JSON.readValue(printed, LoadResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable result of the generator", e);
        }
        if (plan.rate() == 0 && result.sent() == plan.most()) {
            throw new RunFailedException(
                    "%,d requests were not enough: give --prepare a higher rate"
                            .formatted(plan.most()));
        }
        return result;
    }

    /** The codes of a plan's reports, by the number of the request. */
    public static long[] codes(LoadPlan plan) {
        return ReportOrder.codes(plan.firstCall(), plan.most());
    }

    /** What became of a plan's requests. */
    public static LoadLog log(LoadPlan plan) {
        return LoadLog.read(Path.of(plan.log()));
    }
}
