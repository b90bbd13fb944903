package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.local.run.Port;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Decides on a port: the option, else the service's own variable, else what is usual. */
record PortReading(Map<String, String> environment, boolean free) {

    Port port(String option, @Nullable Integer given, int usual) {
        return new Port(option, given != null ? given : free ? 0 : usual);
    }

    Port port(String option, @Nullable Integer given, String variable, int usual) {
        String value = new Environment(environment).value(variable);
        return port(
                option, given == null && value != null ? number(variable, value) : given, usual);
    }

    private static Integer number(String variable, String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    variable + " is " + value + ": give a port from 0 to 65535", e);
        }
    }
}
