package com.voicesurvey.telephony.processor.console;

import java.util.HashMap;
import java.util.Map;

/** The figures of a page in Prometheus' text format, labels added up. */
record PrometheusText(Map<String, Double> byName) {
    static PrometheusText read(String page) {
        Map<String, Double> sums = new HashMap<>();
        page.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(
                        line -> {
                            int space = line.lastIndexOf(' ');
                            if (space > 0) {
                                String name = line.substring(0, space).replaceFirst("\\{.*", "");
                                sums.merge(name, number(line.substring(space + 1)), Double::sum);
                            }
                        });
        return new PrometheusText(sums);
    }

    long value(String name) {
        return Math.round(byName.getOrDefault(name, 0.0));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
