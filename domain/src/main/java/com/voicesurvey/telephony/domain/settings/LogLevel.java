package com.voicesurvey.telephony.domain.settings;

import java.util.Locale;

/** How much is logged. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** The level of that setting; INFO, and a problem, where it is none. */
    public static LogLevel read(Environment environment, Values values, Setting setting) {
        String text = values.required(setting).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "TRACE", "DEBUG", "INFO", "WARN", "ERROR" -> valueOf(text);
            // the words that the Python service took, whose environment may still be in use
            case "WARNING" -> WARN;
            case "CRITICAL" -> ERROR;
            default -> {
                environment.problem(
                        setting.name()
                                + " is "
                                + text
                                + ": give TRACE, DEBUG, INFO, WARN or ERROR");
                yield INFO;
            }
        };
    }
}
