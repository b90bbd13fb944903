package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.HeldAttempts;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;

import java.util.List;

/** Processors are killed while their transactions are open. */
final class KillProcessorInMidBatch implements Scenario {
    @Override
    public void play(Stage stage) {
        List<ServiceProcess> running = stage.world().services().runningProcessors();
        ServiceProcess victim = stage.oneOf(running);
        try (HeldAttempts _ = stage.world().holdAttempts()) {
            stage.awaitMidBatch();
            stage.fault("kill -9 " + victim.name() + " in mid-batch", victim::kill);
        }
        stage.pass(stage.pace().outage());
        victim.start();
    }
}
