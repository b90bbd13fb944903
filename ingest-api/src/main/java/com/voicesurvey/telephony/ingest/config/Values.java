package com.voicesurvey.telephony.ingest.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads single values; a value that cannot be used becomes a problem, and a stand-in goes on. */
final class Values {
    private final Environment environment;

    Values(Environment environment) {
        this.environment = environment;
    }

    int number(Variable variable, int min, int max) {
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
                "%s is %s: give a whole number from %d to %d".formatted(variable, text, min, max));
        return min;
    }

    Duration duration(Variable variable, Duration min, Duration max) {
        String text = required(variable);
        Duration value = parsedDuration(text);
        if (value != null && value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
            return value;
        }
        environment.problem(
                "%s is %s: give a time such as 500ms, 8s or 10m, from %dms to %dms"
                        .formatted(variable, text, min.toMillis(), max.toMillis()));
        return min;
    }

    List<String> list(Variable variable) {
        return splitList(environment.text(variable));
    }

    static List<String> splitList(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    /** An address such as {@code https://calls.example.com/voice}, without a slash at its end. */
    @Nullable String baseUrl(Variable variable) {
        String text = environment.text(variable);
        if (text == null) {
            return null;
        }
        if (!isBaseUrl(text)) {
            environment.problem(
                    variable
                            + " is not of the form https://calls.example.com: give scheme, host and"
                            + " any path prefix, without query or fragment");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    List<AddressRange> addressRanges(Variable variable) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : list(variable)) {
            try {
                ranges.add(AddressRange.parse(text));
            } catch (IllegalArgumentException e) {
                environment.problem(
                        "%s holds %s: give addresses (10.0.0.7) or ranges (10.0.0.0/8)"
                                .formatted(variable, text));
            }
        }
        return ranges;
    }

    String required(Variable variable) {
        String text = environment.text(variable);
        if (text == null) {
            environment.problem(variable + " is not set: " + variable.meaning());
            return "";
        }
        return text;
    }

    private static boolean isBaseUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
            return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
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
