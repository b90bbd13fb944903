package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.World;
import com.voicesurvey.telephony.testbed.proxy.Link;

/** Kafka stays away for an ingest-api until its spool has no room left. */
final class SpoolFull implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        String small = world.services().limitSpool("1MiB");
        long refused = stage.refused();
        stage.fault(
                "no Kafka until the spool of " + small + " is full",
                () -> world.ingestLink().set(new Link.Cut()));
        stage.await("callbacks refused", () -> stage.refused() > refused);
        stage.pass(stage.pace().outage());
        world.ingestLink().set(new Link.Open());
        stage.pass(stage.pace().calm());
        world.services().limitSpool("1GiB");
    }
}
