package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.HeldAttempts;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.World;
import com.voicesurvey.telephony.testbed.proxy.Link;

import java.util.List;

/**
 * Processors are killed when the database has committed a batch and Kafka knows nothing of it: the
 * link to Kafka stands still from before the one commit until after the kill.
 */
final class KillBetweenCommits implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        List<ServiceProcess> running = world.services().runningProcessors();
        long stored;
        try (HeldAttempts _ = world.holdAttempts()) {
            stage.awaitMidBatch();
            world.processorLink().set(new Link.Stalled());
            stored = world.storedOffsets();
        }
        stage.await("the database's commit", () -> world.storedOffsets() > stored);
        stage.fault(
                "kill -9 of all processors between the two commits",
                () -> running.forEach(ServiceProcess::kill));
        stage.require(
                "Kafka's own offsets are behind the database's",
                world.group().committed() < world.storedOffsets());
        // what the dead ones had under way must not arrive after all
        world.processorLink().set(new Link.Cut());
        world.processorLink().set(new Link.Open());
        running.forEach(ServiceProcess::start);
    }
}
