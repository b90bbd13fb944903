package com.voicesurvey.telephony.ingest.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;

import org.slf4j.Logger;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What this service logs, where to and in which form; logback finds it by its own service file. A
 * {@code logback.xml} does the same and takes 60 ms of every start longer, for XML and reflection.
 * One that is given all the same, on the class path or as {@code logback.configurationFile}, goes
 * before.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    /**
     * From the inside out: a stack trace goes behind its message; one event is one line, whatever
     * line breaks a client has sent; no other control or formatting character reaches a terminal;
     * telephone numbers are masked, should one have come this far.
     */
    private static final String TEXT =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{0} - "
                    + "%replace(%replace(%replace(%msg%replace(%ex){'^(?=.)', ' | '})"
                    + "{'\\R\\s*', ' | '}){'[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]', '?'})"
                    + "{'(?:\\+|%2[Bb])\\d[\\d ().-]{4,}\\d', '+***'}%nopex%n";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        if (isConfiguredOtherwise()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        writeToConsole(loggers);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    void writeToConsole(LoggerContext loggers) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(loggers);
        console.setName("console");
        console.setEncoder(started(encoder(), loggers));
        console.start();
        var root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        // LOG_LEVEL is for this project's own loggers. Libraries stay at WARN whatever it says:
        // below it they write requests and records, with telephone numbers and credentials.
        root.setLevel(Level.WARN);
        loggers.getLogger("com.voicesurvey").setLevel(Level.toLevel(setting("LOG_LEVEL", "INFO")));
        // several lines a second while a broker is away or refuses us; readiness and our own lines
        // say why
        loggers.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.OFF);
    }

    private Encoder<ILoggingEvent> encoder() {
        if (setting("LOG_FORMAT", "text").equals("json")) {
            return new JsonLines();
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setPattern(TEXT);
        return text;
    }

    private static Encoder<ILoggingEvent> started(
            Encoder<ILoggingEvent> encoder, LoggerContext loggers) {
        encoder.setContext(loggers);
        encoder.start();
        return encoder;
    }

    /** From where logback.xml's variables come too. */
    private String setting(String name, String otherwise) {
        return Stream.of(
                        getContext().getProperty(name),
                        System.getProperty(name),
                        System.getenv(name))
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(otherwise);
    }

    private static boolean isConfiguredOtherwise() {
        ClassLoader loader = LogConfigurator.class.getClassLoader();
        return System.getProperty("logback.configurationFile") != null
                || loader.getResource("logback-test.xml") != null
                || loader.getResource("logback.xml") != null;
    }
}
