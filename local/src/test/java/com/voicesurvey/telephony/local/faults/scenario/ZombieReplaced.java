package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.HeldAttempts;
import com.voicesurvey.telephony.local.faults.world.ServiceProcess;
import com.voicesurvey.telephony.local.faults.world.World;

import java.util.List;

/**
 * A processor stops in mid-batch, with its locks, until another one has applied what it had in
 * hand; takes as long as PostgreSQL needs to give up on it, half a minute.
 */
final class ZombieReplaced implements Scenario {
    private static final String OLDEST =
            "select min(extract(epoch from updated_at) * 1000)::bigint from consumer_offsets";

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
        long moved = System.currentTimeMillis();
        stage.await(
                "another one to go on with every partition",
                () -> world.sql().number(OLDEST) > moved);
        stage.fault("SIGCONT " + zombie.name(), zombie::thaw);
        stage.pass(stage.pace().outage());
    }
}
