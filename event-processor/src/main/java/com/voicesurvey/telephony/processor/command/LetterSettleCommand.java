package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.deadletter.DeadLetters;
import com.voicesurvey.telephony.processor.deadletter.HeldLetter;
import com.voicesurvey.telephony.processor.deadletter.LetterPlaces;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Settlement;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Deals with dead letters: those named, or all that the filters take. */
abstract class LetterSettleCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;

    private final Desk desk;
    private final Settlement settlement;

    @Mixin private final OutputOptions output = new OutputOptions();
    @Mixin private final LetterOptions which = new LetterOptions();

    @Parameters(
            paramLabel = "LETTER",
            arity = "0..*",
            description = "Which, as the list shows them: PARTITION@OFFSET.")
    private List<String> places = List.of();

    @Option(names = "--all", description = "All that nobody has dealt with.")
    private boolean all;

    LetterSettleCommand(Desk desk, Settlement settlement) {
        this.desk = desk;
        this.settlement = settlement;
    }

    @Override
    public final Integer call() {
        if (places.isEmpty() && which.isEmpty() && !all) {
            throw new IllegalArgumentException(
                    "Say which: give letters, a filter such as --reason, or --all");
        }
        if (!places.isEmpty() && (all || !which.isEmpty())) {
            throw new IllegalArgumentException("Give either letters or filters");
        }
        return desk.tools().with(this::settle);
    }

    private record Settled(int settled, int before) {}

    private int settle(Workbench workbench) {
        List<HeldLetter> letters = new ArrayList<>();
        int settled = 0;
        try (TopicSource topic = workbench.deadLetterTopic();
                ProgressLine progress = desk.progress("dead letters")) {
            DeadLetters deadLetters = workbench.deadLetters(topic);
            if (places.isEmpty()) {
                deadLetters.read(
                        which.filter(false, workbench.clock().instant()), progress, letters::add);
            } else {
                for (String place : places) {
                    HeldLetter letter = deadLetters.find(LetterPlaces.parse(place));
                    if (letter == null) {
                        desk.err()
                                .println(
                                        "There is no dead letter " + place + "; nothing was done.");
                        return ExitCode.FAILED;
                    }
                    letters.add(letter);
                }
            }
            for (int i = 0; i < letters.size(); i += AT_ONCE) {
                List<HeldLetter> some = letters.subList(i, Math.min(i + AT_ONCE, letters.size()));
                settled +=
                        settlement == Settlement.REDRIVEN
                                ? deadLetters.redrive(some)
                                : deadLetters.discard(some);
            }
        }
        print(new Settled(settled, letters.size() - settled));
        if (settlement == Settlement.REDRIVEN
                && settled > 0
                && workbench.processors().count() == 0) {
            desk.err().println("No processor is running: the next one sends them.");
        }
        return ExitCode.OK;
    }

    private void print(Settled done) {
        Printer printer = desk.printer(output);
        if (printer.json()) {
            printer.json(done);
            return;
        }
        String word = settlement == Settlement.REDRIVEN ? "redriven" : "discarded";
        printer.line("%,d dead letters %s".formatted(done.settled(), word));
        if (done.before() > 0) {
            printer.line("%,d had been dealt with before, and were left".formatted(done.before()));
        }
    }
}
