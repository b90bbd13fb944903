package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values; a value that cannot be used becomes a problem, and a stand-in goes on. */
public final class Values {
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,12}) ?(KiB|MiB|GiB)?");

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

    /** A number of bytes within that range; takes the units KiB, MiB and GiB. */
    public long bytes(Setting variable, long min, long max) {
        String text = required(variable);
        Matcher matcher = BYTES.matcher(text);
        if (matcher.matches()) {
            long value = Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
            if (value >= min && value <= max) {
                return value;
            }
        }
        environment.problem(
                "%s is %s: give a number of bytes such as 1073741824, 512MiB or 1GiB, from %d to %d"
                        .formatted(variable.name(), text, min, max));
        return min;
    }

    private static long unit(@Nullable String unit) {
        return switch (unit) {
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            case null, default -> 1L;
        };
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

    /** True or false. */
    public boolean truth(Setting variable) {
        String text = required(variable);
        if (!text.equals("true") && !text.equals("false")) {
            environment.problem("%s is %s: give true or false".formatted(variable.name(), text));
        }
        return text.equals("true");
    }

    /** An http or https URL. */
    public URI url(Setting variable) {
        String text = required(variable);
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("" + url.getScheme()).matches("https?")) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below, as for a URL of another kind
        }
        environment.problem(
                "%s is %s: give a URL such as https://host".formatted(variable.name(), text));
        return URI.create("http://invalid");
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
