package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.testbed.simulation.Answers;
import com.voicesurvey.telephony.testbed.simulation.Latency;
import com.voicesurvey.telephony.testbed.simulation.SimulationReport;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the receiver answered, and how fast. */
public record TrafficReport(SimulationReport report, long seed) {

    /** Prints it. */
    public void print(PrintStream out) {
        Answers answers = report.answers();
        out.printf(
                "%nCallbacks: %,d of %,d sent in %.1f s (%.0f a second), %,d retries, seed %d%n",
                report.sent(),
                report.planned(),
                report.elapsed().toMillis() / 1e3,
                report.callbacksPerSecond(),
                report.retries(),
                seed);
        row(out, "accepted", answers.acceptedInAll(), counts(answers.accepted()));
        row(out, "not accepted", answers.lostInAll(), reasons(answers));
        Latency latency = report.latency();
        out.printf(
                "  %-28s p50 %s, p95 %s, p99 %s, max %s%n",
                "answered within, ms",
                millis(latency.p50()),
                millis(latency.p95()),
                millis(latency.p99()),
                millis(latency.max()));
    }

    /** Whether every callback was sent and accepted. */
    public boolean allAccepted() {
        return report.complete() && report.answers().lostInAll() == 0;
    }

    private static void row(PrintStream out, String what, long count, Map<String, Long> parts) {
        out.printf("  %-28s %,10d%s%n", what, count, parts.isEmpty() ? "" : "  " + parts);
    }

    private static Map<String, Long> counts(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }

    private static Map<String, Long> reasons(Answers answers) {
        Map<String, Long> reasons = new TreeMap<>(answers.gaveUp());
        answers.rejected().forEach((status, count) -> reasons.put("HTTP " + status, count));
        return reasons;
    }

    private static String millis(Duration time) {
        return "%.1f".formatted(time.toNanos() / 1e6);
    }
}
