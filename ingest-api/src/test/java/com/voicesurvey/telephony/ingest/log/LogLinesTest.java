package com.voicesurvey.telephony.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
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

    @Test
    void as_JSON_it_is_one_object_that_keeps_to_the_same_rules() throws Exception {
        LoggingEvent event =
                event(HOSTILE + " \"+15550109001\\", new IllegalStateException(HOSTILE));
        event.addKeyValuePair(new KeyValuePair("call_id", "call/1\r\n+15550109002\ud800\""));
        event.setMDCPropertyMap(Map.of("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736"));

        String line = encoded(event, "json");

        assertThat(line)
                .endsWith("}\n")
                .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}](?!$)")
                .doesNotContain("5550109", "\\u00", "\\n", "\\r");
        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(object.fieldNames())
                .toIterable()
                .containsExactly(
                        "time",
                        "level",
                        "logger",
                        "thread",
                        "message",
                        "call_id",
                        "trace_id",
                        "exception");
        assertThat(Instant.parse(object.path("time").asText())).isBefore(Instant.now());
        assertThat(object.path("level").asText()).isEqualTo("WARN");
        assertThat(object.path("message").asText())
                .startsWith("x | 2026-02-12T00:00:00.000Z WARN  Main - forged?[2J")
                .endsWith("\"+***\\");
        assertThat(object.path("call_id").asText()).isEqualTo("call/1 | +***?\"");
        assertThat(object.path("exception").asText()).contains("IllegalStateException: x | ");
    }

    private static void assertOneLine(String line) {
        assertThat(line)
                .endsWith("\n")
                .contains("WARN  logger - ", "forged", "y")
                .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}](?!$)");
    }

    private static String encoded(String message, @Nullable Throwable thrown) {
        return encoded(event(message, thrown), "text");
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown) {
        var logger = new LoggerContext().getLogger("logger");
        return new LoggingEvent("", logger, Level.WARN, message, thrown, null);
    }

    private static String encoded(LoggingEvent event, String format) {
        LoggerContext context = new LoggerContext();
        context.putProperty("LOG_FORMAT", format);
        LogConfigurator configurator = new LogConfigurator();
        configurator.setContext(context);
        configurator.writeToConsole(context);
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>)
                        Objects.requireNonNull(context.getLogger("ROOT").getAppender("console"));
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
