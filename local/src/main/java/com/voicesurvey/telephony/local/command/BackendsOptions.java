package com.voicesurvey.telephony.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Map;

/** The command for the servers alone. */
@Command(
        name = "backends",
        description =
                "Only the Kafka and the PostgreSQL of 'local', for services that you start yourself;"
                        + " prints the variables to export.%n")
final class BackendsOptions extends HelpOption implements Options {
    @Mixin private BackendOptions backends = new BackendOptions();

    @Override
    public Arguments arguments(Map<String, String> environment) {
        return new Arguments.Backends(
                backends.ports(new PortReading(environment, backends.freePorts())),
                backends.data());
    }
}
