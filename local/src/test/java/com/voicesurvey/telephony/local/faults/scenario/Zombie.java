package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.HeldAttempts;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.World;

import java.util.List;

/**
 * A processor stops in mid-batch until its partitions are somebody else's, and then goes on as if
 * nothing had been.
 */
final class Zombie implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        List<ServiceProcess> running = world.services().runningProcessors();
        ServiceProcess zombie = stage.oneOf(running);
        try (HeldAttempts _ = world.holdAttempts()) {
            stage.awaitMidBatch();
            stage.fault("SIGSTOP " + zombie.name() + " in mid-batch", zombie::freeze);
        }
        stage.await("its partitions to move", () -> world.group().members() < running.size());
        stage.pass(stage.pace().outage());
        stage.fault("SIGCONT " + zombie.name(), zombie::thaw);
        stage.pass(stage.pace().outage());
    }
}
