package com.voicesurvey.telephony.local.faults;

import com.voicesurvey.telephony.local.faults.oracle.Verdict;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a round.
 *
 * @param dropped callbacks that were dropped after the last try, as Twilio drops them, by reason
 * @param repeatedStarts messages that came again on {@code dialogue-starts}
 */
record RoundResult(
        List<Scenarios> scenarios,
        int faults,
        Map<String, Long> dropped,
        long repeatedStarts,
        Verdict verdict,
        Duration length) {

    RoundResult {
        scenarios = List.copyOf(scenarios);
        dropped = Map.copyOf(dropped);
    }

    @Override
    public String toString() {
        String line =
                "%d faults, %,d of %,d events acknowledged, %,d dialogues, callbacks dropped %s; %s"
                        .formatted(
                                faults,
                                verdict.acknowledged(),
                                verdict.sent(),
                                verdict.dialogues(),
                                dropped,
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
