package com.voicesurvey.telephony.ingest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import com.voicesurvey.telephony.domain.settings.LogLevel;

import org.slf4j.LoggerFactory;

/**
 * Applies the configured level to this project's own loggers, since libraries write requests and
 * records where they may; only where this service owns its process.
 */
final class LogSetup {
    private static final String OURS = "com.voicesurvey";

    private LogSetup() {}

    static void apply(LogLevel level) {
        if (LoggerFactory.getLogger(OURS) instanceof Logger ours) {
            ours.setLevel(Level.valueOf(level.name()));
        }
    }
}
