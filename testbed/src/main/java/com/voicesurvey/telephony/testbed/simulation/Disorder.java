package com.voicesurvey.telephony.testbed.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns one call's callbacks, in order and once each, into what the network makes of them. */
record Disorder(CallMix mix, CallDrawing drawing) {

    List<PlannedCallback> of(List<PlannedCallback> tidy) {
        var untidy = new ArrayList<PlannedCallback>();
        for (int i = 0; i < tidy.size(); i++) {
            PlannedCallback callback = tidy.get(i);
            if (i + 1 < tidy.size() && drawing.chance(mix.overtaken())) {
                callback = callback.postponedTo(tidy.get(i + 1).at().plus(compressed(5, 2_000)));
            }
            untidy.add(callback);
            if (drawing.chance(mix.duplicated())) {
                // half of them at once, racing with the first, and half when that is long done
                Duration pause = drawing.chance(0.5) ? Duration.ZERO : compressed(1_000, 30_000);
                untidy.add(callback.repeatedAt(callback.at().plus(pause)));
            }
        }
        untidy.sort(Comparator.comparing(PlannedCallback::at));
        return untidy;
    }

    private Duration compressed(int fromMillis, int toMillis) {
        return CallScenario.compressed(drawing.between(fromMillis, toMillis), mix);
    }
}
