package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.HeldAttempts;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.World;

import java.util.List;

/** A processor is killed while it holds partitions that a newcomer waits for. */
final class KillDuringRebalance implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        List<ServiceProcess> running = world.services().runningProcessors();
        ServiceProcess newcomer = world.services().processors().get(running.size());
        ServiceProcess victim = stage.oneOf(running);
        try (HeldAttempts _ = world.holdAttempts()) {
            stage.awaitMidBatch();
            stage.fault(newcomer.name() + " joins", newcomer::start);
            // nobody in mid-batch can hand anything over
            stage.await(
                    "a rebalance under way",
                    () -> world.group().members() > running.size() && !world.group().isStable());
            stage.fault("kill -9 " + victim.name() + " during the rebalance", victim::kill);
        }
        stage.pass(stage.pace().outage());
        victim.start();
    }
}
