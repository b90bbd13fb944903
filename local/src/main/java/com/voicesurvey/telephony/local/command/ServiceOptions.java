package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.run.ServicePorts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Where the services listen. */
final class ServiceOptions {
    private static final int HTTP = 8080;
    private static final int ADMIN = 9080;
    private static final int OPS = 8081;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Port for webhooks; 0 for a free one. Default: HTTP_PORT, else " + HTTP)
    private @Nullable Integer httpPort;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            description =
                    "Port for ingest-api's health and metrics; 0 for a free one. Default: ADMIN_PORT,"
                            + " else "
                            + ADMIN)
    private @Nullable Integer adminPort;

    @Option(
            names = "--ops-port",
            paramLabel = "PORT",
            description =
                    "Port for event-processor's health, metrics and calls; 0 for a free one. Default:"
                            + " OPS_PORT, else "
                            + OPS)
    private @Nullable Integer opsPort;

    ServicePorts ports(PortReading reading) {
        return new ServicePorts(
                reading.port("--http-port", httpPort, "HTTP_PORT", HTTP),
                reading.port("--admin-port", adminPort, "ADMIN_PORT", ADMIN),
                reading.port("--ops-port", opsPort, "OPS_PORT", OPS));
    }
}
