package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.ServiceProcess;

import java.util.List;

/** Each instance that takes callbacks is killed with requests under way. */
final class KillIngest implements Scenario {
    @Override
    public void play(Stage stage) {
        List<ServiceProcess> instances = stage.world().services().ingest();
        for (ServiceProcess instance : instances) {
            stage.fault("kill -9 " + instance.name(), instance::kill);
            stage.pass(stage.pace().calm());
            instance.start();
            stage.pass(stage.pace().outage());
        }
    }
}
