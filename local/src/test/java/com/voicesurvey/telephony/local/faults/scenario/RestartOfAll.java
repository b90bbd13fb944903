package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.World;

/** A power cut: every process dies at once. */
final class RestartOfAll implements Scenario {
    @Override
    public void play(Stage stage) {
        World world = stage.world();
        stage.fault(
                "kill -9 of everything",
                () -> {
                    world.services().kill();
                    world.kafka().kill();
                    world.postgres().kill();
                });
    }
}
