package com.voicesurvey.telephony.local.run;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.LogLevel;
import com.voicesurvey.telephony.domain.settings.Values;
import com.voicesurvey.telephony.processor.config.Variable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the log of servers and services goes, so that the console is left to the person.
 *
 * @param temporary whether nobody wants it once all went well
 */
public record LogFile(Path path, boolean temporary) {
    private static final String CONFIGURATION = "com/voicesurvey/telephony/local/logback.xml";

    /**
     * Sets logging up; to be called before anything is logged.
     *
     * @param data where the file is kept; null for a temporary one
     * @param environment {@code LOG_LEVEL} decides what the console shows as well
     * @param quiet whether the console shows nothing where {@code LOG_LEVEL} is not set
     */
    public static LogFile open(
            @Nullable Path data, Map<String, String> environment, boolean quiet) {
        LogFile file = orTemporary(data);
        Environment variables = new Environment(environment);
        LogLevel level = LogLevel.read(variables, new Values(variables), Variable.LOG_LEVEL);
        String console =
                variables.value("LOG_LEVEL") != null ? level.name() : quiet ? "OFF" : "WARN";
        boolean finer = level.compareTo(LogLevel.INFO) < 0;
        System.setProperty("voicesurvey.log.file", file.path.toString());
        System.setProperty("voicesurvey.log.level", finer ? level.name() : "INFO");
        System.setProperty("voicesurvey.log.console", console);
        System.setProperty("logback.configurationFile", CONFIGURATION);
        return file;
    }

    /** Deletes a temporary file. */
    public void discard() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + path, e);
            }
        }
    }

    private static LogFile orTemporary(@Nullable Path data) {
        try {
            if (data == null) {
                return new LogFile(Files.createTempFile("voicesurvey-", ".log"), true);
            }
            Files.createDirectories(data);
            return new LogFile(data.resolve("voicesurvey.log").toAbsolutePath(), false);
        } catch (IOException e) {
            throw new RunFailedException(
                    "Cannot write to " + (data == null ? "a log" : data) + ": " + e);
        }
    }
}
