package com.voicesurvey.telephony.local.faults;

import com.voicesurvey.telephony.local.faults.oracle.Finding;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What came of each round, and of all together. */
final class RoundTable {
    private final List<RoundResult> results = new ArrayList<>();
    private final List<String> unplayed = new ArrayList<>();

    void add(RoundResult result) {
        results.add(result);
    }

    /** A round that failed otherwise than by what it found. */
    void addUnplayed(String why) {
        unplayed.add(why);
    }

    List<String> unplayed() {
        return List.copyOf(unplayed);
    }

    int rounds() {
        return results.size();
    }

    List<Finding> findings() {
        return results.stream().flatMap(result -> result.verdict().findings().stream()).toList();
    }

    void print(PrintStream out) {
        out.printf(
                "%n%5s %7s %12s %10s %6s %8s %6s %7s  %s%n",
                "round",
                "faults",
                "acknowledged",
                "dialogues",
                "lost",
                "doubled",
                "wrong",
                "seconds",
                "what failed");
        for (int i = 0; i < results.size(); i++) {
            RoundResult result = results.get(i);
            line(out, "" + (i + 1), List.of(result), names(result.scenarios()));
        }
        line(out, "all", results, "");
        unplayed.forEach(why -> out.println("not played to its end: " + why));
    }

    private static void line(
            PrintStream out, String round, List<RoundResult> results, String what) {
        out.printf(
                "%5s %,7d %,12d %,10d %,6d %,8d %,6d %,7d  %s%n",
                round,
                sum(results, RoundResult::faults),
                sum(results, result -> result.verdict().acknowledged()),
                sum(results, result -> result.verdict().dialogues()),
                sum(results, result -> result.verdict().lost()),
                sum(results, result -> result.verdict().doubled()),
                sum(results, result -> result.verdict().wrong()),
                results.stream()
                        .map(RoundResult::length)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toSeconds(),
                what);
    }

    private static long sum(List<RoundResult> results, ToLongFunction<RoundResult> count) {
        return results.stream().mapToLong(count).sum();
    }

    private static String names(List<Scenarios> scenarios) {
        return scenarios.stream().map(Scenarios::toString).collect(Collectors.joining(", "));
    }
}
