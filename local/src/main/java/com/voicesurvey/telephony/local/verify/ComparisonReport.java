package com.voicesurvey.telephony.local.verify;

import java.io.PrintStream;

/** The comparison as a table, with the first differences. */
public record ComparisonReport(Comparison comparison) {
    private static final int SHOWN = 10;

    /** Prints it. */
    public void print(PrintStream out) {
        out.printf("%n%-30s %10s %10s%n", "What was sent and what is held", "sent", "held");
        pair(out, "calls", comparison.calls(), comparison.attempts());
        pair(out, "events, each once", comparison.acknowledged(), comparison.held());
        DialogueCheck dialogues = comparison.dialogues();
        if (dialogues != null) {
            pair(out, "answered alive / dialogues", dialogues.expected(), dialogues.messages());
        }
        out.println();
        zero(out, "lost", comparison.lost());
        zero(out, "applied twice", comparison.appliedTwice());
        zero(out, "held but never sent", comparison.unsent());
        zero(out, "still waiting for attempt", comparison.waiting());
        zero(out, "calls in a wrong final state", comparison.differing());
        if (dialogues != null) {
            zero(out, "dialogues missing", dialogues.missing());
            zero(out, "dialogues more than once", dialogues.repeated());
            zero(out, "dialogues without answer", dialogues.unexpected());
        }
        comparison.differences().stream()
                .limit(SHOWN)
                .forEach(difference -> out.println("  " + difference));
        out.println();
        out.println(
                comparison.isRight() ? "All as it should be." : "SOMETHING IS WRONG, see above.");
    }

    private static void pair(PrintStream out, String what, long sent, long held) {
        out.printf("  %-28s %,10d %,10d%n", what, sent, held);
    }

    private static void zero(PrintStream out, String what, long count) {
        out.printf("  %-28s %,10d%s%n", what, count, count == 0 ? "" : "   <-- should be 0");
    }
}
