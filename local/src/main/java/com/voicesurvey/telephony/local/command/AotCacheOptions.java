package com.voicesurvey.telephony.local.command;

import picocli.CommandLine.Command;

import java.util.Map;

/** The command for what makes starts short. */
@Command(
        name = "aot-cache",
        description =
                "Has both services start in less than half the time: runs them for some seconds, and"
                        + " writes what their JVMs have learnt beside their jars, where this"
                        + " launcher finds it. To be made anew after each build.%n")
final class AotCacheOptions extends HelpOption implements Options {
    @Override
    public Arguments arguments(Map<String, String> environment) {
        return new Arguments.AotCaches();
    }
}
