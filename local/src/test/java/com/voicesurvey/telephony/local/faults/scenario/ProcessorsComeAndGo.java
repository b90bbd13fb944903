package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.Services;

import java.util.List;

/** Two to four processors, one joining or leaving all the time, in good order or not. */
final class ProcessorsComeAndGo implements Scenario {
    private static final int FEWEST = 2;
    private static final int CHANGES = 6;

    @Override
    public void play(Stage stage) {
        Services services = stage.world().services();
        for (int i = 0; i < CHANGES; i++) {
            List<ServiceProcess> running = services.runningProcessors();
            boolean more =
                    running.size() <= FEWEST
                            || (running.size() < services.processors().size()
                                    && stage.random().nextBoolean());
            if (more) {
                List<ServiceProcess> idle =
                        services.processors().stream().filter(p -> !p.isRunning()).toList();
                ServiceProcess joining = stage.oneOf(idle);
                stage.fault(joining.name() + " joins", joining::start);
            } else {
                ServiceProcess leaving = stage.oneOf(running);
                boolean gently = stage.random().nextBoolean();
                stage.fault(
                        leaving.name() + (gently ? " leaves" : " dies"),
                        gently ? leaving::terminate : leaving::kill);
            }
            stage.pass(stage.pace().outage());
        }
    }
}
