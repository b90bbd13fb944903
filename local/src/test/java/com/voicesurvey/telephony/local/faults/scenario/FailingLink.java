package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.testbed.proxy.Link;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Every way in which a link can fail, one after the other, each followed by its return. */
final class FailingLink {
    private static final List<Link> FAULTS =
            List.of(
                    new Link.Slow(Duration.ofMillis(60), 40_000),
                    new Link.Stalled(),
                    new Link.Swallowing(),
                    new Link.Cut());

    private FailingLink() {}

    static void play(Stage stage, String between, Consumer<Link> link) {
        for (Link fault : FAULTS) {
            stage.fault(between + ": " + fault, () -> link.accept(fault));
            stage.pass(stage.pace().outage());
            link.accept(new Link.Open());
            stage.pass(stage.pace().calm());
        }
    }
}
