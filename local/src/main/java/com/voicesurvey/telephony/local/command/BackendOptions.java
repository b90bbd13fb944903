package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.run.BackendPorts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Where the servers listen and keep their files. */
final class BackendOptions {
    private static final int KAFKA = 19092;
    private static final int POSTGRES = 15432;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Kafka's port; 0 for a free one. Default: " + KAFKA)
    private @Nullable Integer kafkaPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            description = "PostgreSQL's port; 0 for a free one. Default: " + POSTGRES)
    private @Nullable Integer postgresPort;

    @Option(
            names = "--free-ports",
            description = "A free port for everything that no port is given for.")
    private boolean freePorts = false;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep the data in that directory, and go on with what it holds. Without it, data"
                            + " is thrown away at the end.")
    private @Nullable Path data;

    BackendPorts ports(PortReading reading) {
        return new BackendPorts(
                reading.port("--kafka-port", kafkaPort, KAFKA),
                reading.port("--postgres-port", postgresPort, POSTGRES));
    }

    boolean freePorts() {
        return freePorts;
    }

    @Nullable Path data() {
        return data;
    }
}
