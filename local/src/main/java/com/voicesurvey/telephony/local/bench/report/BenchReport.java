package com.voicesurvey.telephony.local.bench.report;

import com.voicesurvey.telephony.local.bench.host.Machine;

import java.io.PrintStream;
import java.util.List;

/**
 * What one benchmark found.
 *
 * @param name its command
 * @param load what was done, in one line
 * @param wrong what is wrong with the state that it left; empty if nothing is
 */
public record BenchReport(
        String name,
        String load,
        List<Series> series,
        List<Goal> goals,
        List<Distribution> distributions,
        List<String> notes,
        List<String> wrong) {

    public BenchReport {
        series = List.copyOf(series);
        goals = List.copyOf(goals);
        distributions = List.copyOf(distributions);
        notes = List.copyOf(notes);
        wrong = List.copyOf(wrong);
    }

    /** Whether the state that it left is right; says nothing about targets. */
    public boolean isRight() {
        return wrong.isEmpty();
    }

    /** The tables. */
    public void print(PrintStream out) {
        out.println();
        out.println(load);
        out.println(Machine.current());
        out.println();
        TextTable figures = new TextTable("measured", "median", "lowest", "highest", "");
        for (Series one : series) {
            figures.row(
                    one.name(),
                    Figures.text(one.median()),
                    Figures.text(one.lowest()),
                    Figures.text(one.highest()),
                    one.unit());
        }
        figures.lines().forEach(out::println);
        if (!goals.isEmpty()) {
            out.println();
            TextTable targets = new TextTable("target", "measured", "wanted", "reached");
            for (Goal goal : goals) {
                targets.row(
                        goal.what(),
                        (Figures.text(goal.measured()) + " " + goal.unit()).strip(),
                        goal.target(),
                        goal.isReached() ? "yes" : "NO");
            }
            targets.lines().forEach(out::println);
        }
        out.println();
        notes.forEach(out::println);
        wrong.forEach(problem -> out.println("WRONG: " + problem));
        out.println(
                isRight() ? "The final state is right." : "The final state is wrong: see above.");
    }
}
