package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.load.Way;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.Services;

import java.util.OptionalInt;

/**
 * An upgrade: each instance of each service is told to stop and started anew, the next one once it
 * is ready, with a proxy in front of those that take callbacks.
 */
final class RollingRestart implements Scenario {
    @Override
    public Way way() {
        return Way.BALANCED;
    }

    @Override
    public void play(Stage stage) {
        Services services = stage.world().services();
        long passedOver = stage.passedOver();
        services.ingest().forEach(instance -> restart(instance, stage));
        stage.require("an instance was away under load", stage.passedOver() > passedOver);
        services.runningProcessors().forEach(processor -> restart(processor, stage));
    }

    private static void restart(ServiceProcess service, Stage stage) {
        stage.fault("SIGTERM to " + service.name(), () -> stop(service));
        service.start();
        stage.world().services().awaitReady(service);
        stage.pass(stage.pace().calm());
    }

    private static void stop(ServiceProcess service) {
        OptionalInt code = service.terminate();
        if (code.isEmpty() || code.getAsInt() != 0) {
            throw new AssertionError(service.name() + " did not stop in good order: " + code);
        }
    }
}
