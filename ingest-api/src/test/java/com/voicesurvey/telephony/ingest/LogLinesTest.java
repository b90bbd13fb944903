package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is logged cannot be taken for another record, whatever text it quotes. */
class LogLinesTest {
    private static final String HOSTILE =
            "x\r\n2026-02-12T00:00:00.000Z WARN  Main - forged\u001b[2J\u0085\u2028\u2029\u009b\0y";

    @Test
    void a_message_is_one_line_without_control_characters() throws Exception {
        assertOneLine(encoded(HOSTILE, null));
    }

    @Test
    void so_is_an_exception_which_is_written_once() throws Exception {
        String line = encoded("m", new IllegalStateException(HOSTILE));
        assertOneLine(line);
        assertThat(line).containsOnlyOnce("IllegalStateException: x");
    }

    private static void assertOneLine(String line) {
        assertThat(line)
                .endsWith("\n")
                .contains("WARN  logger - ", "forged", "y")
                .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}](?!$)");
    }

    private static String encoded(String message, @Nullable Throwable thrown)
            throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(LogLinesTest.class.getResource("/logback.xml")));
        var logger = context.getLogger("logger");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, thrown, null);
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>)
                        Objects.requireNonNull(context.getLogger("ROOT").getAppender("console"));
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
