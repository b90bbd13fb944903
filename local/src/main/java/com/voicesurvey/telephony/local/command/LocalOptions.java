package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.run.Pipeline;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/** The command for the whole pipeline. */
@Command(
        name = "local",
        description = {
            "The whole pipeline on this machine: a real Kafka and a real PostgreSQL, both services,"
                    + " and calls to try it with. Ctrl-C stops it.%n",
            "The services' variables count here too; APP_ENV is development where it is not"
                    + " set.%n"
        })
final class LocalOptions extends HelpOption implements Options {
    @Mixin private ServiceOptions services = new ServiceOptions();
    @Mixin private BackendOptions backends = new BackendOptions();

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description =
                    "Run N simulated calls through it, compare what was sent with what the database"
                            + " holds, and exit: 0 if all is right, else 1.")
    private @Nullable Integer calls;

    @Option(
            names = "--keep-running",
            description = "Stay up after the simulation, to look at what it left.")
    private boolean keepRunning = false;

    @ArgGroup(validate = false, heading = "%nOf the simulation:%n")
    private SimulationOptions simulation = new SimulationOptions();

    @Override
    public Arguments arguments(Map<String, String> environment) {
        PortReading reading = new PortReading(environment, backends.freePorts());
        return new Arguments.Local(
                new Pipeline.Plan(
                        backends.ports(reading), services.ports(reading), backends.data()),
                calls == null ? null : simulation.settings(calls, environment),
                keepRunning);
    }
}
