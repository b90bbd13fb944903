package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Reads single values; a value that cannot be used becomes a problem, and a stand-in goes on. */
public final class Values {
    private final Environment environment;

    public Values(Environment environment) {
        this.environment = environment;
    }

    /** A whole number within that range. */
    public int number(Setting variable, int min, int max) {
        String text = required(variable);
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        environment.problem(
                "%s is %s: give a whole number from %d to %d"
                        .formatted(variable.name(), text, min, max));
        return min;
    }

    /** A time within that range. */
    public Duration duration(Setting variable, Duration min, Duration max) {
        String text = required(variable);
        Duration value = parsedDuration(text);
        if (value != null && value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
            return value;
        }
        environment.problem(
                "%s is %s: give a time such as 500ms, 8s or 10m, from %dms to %dms"
                        .formatted(variable.name(), text, min.toMillis(), max.toMillis()));
        return min;
    }

    /** The parts between commas, without blanks and repetitions. */
    public List<String> list(Setting variable) {
        return splitList(environment.text(variable));
    }

    private static List<String> splitList(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    /** A text that has to be there; empty, and a problem, where it is not. */
    public String required(Setting variable) {
        String text = environment.text(variable);
        if (text == null) {
            environment.problem(variable.name() + " is not set: " + variable.meaning());
            return "";
        }
        return text;
    }

    private static @Nullable Duration parsedDuration(String text) {
        try {
            if (text.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            return Duration.parse("PT" + text);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
