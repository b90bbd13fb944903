package com.voicesurvey.telephony.processor.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints results as JSON, one object a line, or as text. */
record Printer(PrintStream out, boolean json) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, ToStringSerializer.instance))
                    .build();

    void line(String text) {
        out.println(text);
    }

    void json(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Rows under their headings, each column as wide as it has to be. */
    void table(List<String> headings, List<List<String>> rows) {
        int[] widths =
                IntStream.range(0, headings.size())
                        .map(
                                i ->
                                        Math.max(
                                                headings.get(i).length(),
                                                rows.stream()
                                                        .mapToInt(row -> row.get(i).length())
                                                        .max()
                                                        .orElse(0)))
                        .toArray();
        line(row(headings, widths));
        rows.forEach(row -> line(row(row, widths)));
    }

    private static String row(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths[i]))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
