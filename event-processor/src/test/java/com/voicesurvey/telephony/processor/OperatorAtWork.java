package com.voicesurvey.telephony.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Types commands as an operator would, and reads what they print. */
record OperatorAtWork(Map<String, String> environment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a command came to. */
    record Done(int exitCode, String out, String err) {
        /** The last line, which is the report. */
        JsonNode report() {
            return lines().getLast();
        }

        List<JsonNode> lines() {
            return out.lines().map(Done::read).toList();
        }

        private static JsonNode read(String line) {
            try {
                return JSON.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
    }

    Done types(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Operator.commands(environment, stream(out), stream(err)).run(words);
        return new Done(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
