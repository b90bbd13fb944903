package com.voicesurvey.telephony.ingest.config;

import java.util.Locale;

/** How much is logged. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR;

    static LogLevel read(Environment environment, Values values) {
        String text = values.required(Variable.LOG_LEVEL).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "TRACE", "DEBUG", "INFO", "WARN", "ERROR" -> valueOf(text);
            // the words that the Python service took, whose environment may still be in use
            case "WARNING" -> WARN;
            case "CRITICAL" -> ERROR;
            default -> {
                environment.problem(
                        "LOG_LEVEL is " + text + ": give TRACE, DEBUG, INFO, WARN or ERROR");
                yield INFO;
            }
        };
    }
}
