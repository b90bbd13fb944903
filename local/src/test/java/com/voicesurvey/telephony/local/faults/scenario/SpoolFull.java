package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.World;
import com.voicesurvey.telephony.testbed.proxy.Link;

/** Kafka stays away for ingest-api until its spool has no room left. */
final class SpoolFull implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        world.services().withSmallSpools();
        long refused = stage.refused();
        stage.fault(
                "ingest-api without Kafka until its spool is full",
                () -> world.ingestLink().set(new Link.Cut()));
        stage.await("callbacks refused", () -> stage.refused() > refused);
        stage.pass(stage.pace().outage());
        world.ingestLink().set(new Link.Open());
        stage.pass(stage.pace().calm());
        world.services().withLargeSpools();
    }
}
