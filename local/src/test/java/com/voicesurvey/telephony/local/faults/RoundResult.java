package com.voicesurvey.telephony.local.faults;

import com.voicesurvey.telephony.local.faults.oracle.Verdict;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;

import java.time.Duration;
import java.util.List;

/**
 * What came of a round.
 *
 * @param refused callbacks that were dropped after the last try, as Twilio drops them
 */
record RoundResult(
        List<Scenarios> scenarios, int faults, long refused, Verdict verdict, Duration length) {

    RoundResult {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public String toString() {
        String line =
                "%d faults, %,d of %,d events acknowledged, %,d dialogues, %,d callbacks dropped; %s"
                        .formatted(
                                faults,
                                verdict.acknowledged(),
                                verdict.sent(),
                                verdict.dialogues(),
                                refused,
                                outcome());
        return verdict.isRight() ? line : line + "\n" + verdict.firstFindings();
    }

    private String outcome() {
        return "lost %d, doubled %d, wrong %d; %.1f s"
                .formatted(
                        verdict.lost(),
                        verdict.doubled(),
                        verdict.wrong(),
                        length.toMillis() / 1e3);
    }
}
