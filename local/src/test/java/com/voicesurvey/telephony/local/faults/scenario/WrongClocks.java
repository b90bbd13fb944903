package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.load.Clocks;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;

/** The provider's times are in the future, in the past and absent, over a processor's death. */
final class WrongClocks implements Scenario {
    @Override
    public void play(Stage stage) {
        stage.pass(stage.pace().outage());
        ServiceProcess victim = stage.oneOf(stage.world().services().runningProcessors());
        stage.fault("wrong clocks, and kill -9 " + victim.name(), victim::kill);
        victim.start();
        stage.pass(stage.pace().outage());
    }

    @Override
    public Clocks clocks() {
        return Clocks.WRONG;
    }
}
