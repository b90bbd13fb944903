package com.voicesurvey.telephony.domain.settings;

/** How a log event is written. The service's logback.xml reads the same variable. */
public enum LogFormat {
    /** A line for people. */
    TEXT,
    /** A JSON object a line, for programs. */
    JSON;

    /** The format of that setting; TEXT, and a problem, where it is none. */
    public static LogFormat read(Environment environment, Values values, Setting setting) {
        return switch (values.required(setting)) {
            case "text" -> TEXT;
            case "json" -> JSON;
            case String other -> {
                environment.problem(setting.name() + " is " + other + ": give text or json");
                yield TEXT;
            }
        };
    }
}
