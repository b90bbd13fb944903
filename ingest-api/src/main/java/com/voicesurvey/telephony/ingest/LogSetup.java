package com.voicesurvey.telephony.ingest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import com.voicesurvey.telephony.domain.settings.LogLevel;

import org.slf4j.LoggerFactory;

/** Applies the configured level; only where this service owns its process. */
final class LogSetup {
    private LogSetup() {}

    static void apply(LogLevel level) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.valueOf(level.name()));
        }
    }
}
