package com.voicesurvey.telephony.testbed.twilio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Twilio delivers to a URL, as its fragment asks. Source: Twilio, Webhook connection overrides.
 *
 * @param retries how often a request is tried again, 0 to 5
 * @param on after which failures
 * @param connect how long a connection may take, 100 ms to 10 s
 * @param read how long an answer may take, 100 ms to 15 s
 * @param total how long all tries may take together, 100 ms to 15 s
 */
public record RetryPolicy(
        int retries, Set<RetryOn> on, Duration connect, Duration read, Duration total) {

    private static final int CONNECT_MAX = 10_000;
    private static final int READ_MAX = 15_000;

    public RetryPolicy {
        checkRange("rc", retries, 0, 5);
        checkRange("ct", connect.toMillis(), 100, CONNECT_MAX);
        checkRange("rt", read.toMillis(), 100, READ_MAX);
        checkRange("tt", total.toMillis(), 100, READ_MAX);
        on = Set.copyOf(on);
    }

    /**
     * Reads a fragment such as {@code rc=5&rp=ct,rt,5xx}; the empty one gives Twilio's defaults.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static RetryPolicy parse(String fragment) {
        Map<String, String> overrides =
                Arrays.stream(fragment.split("&", -1))
                        .filter(part -> part.contains("="))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return new RetryPolicy(
                number(overrides, "rc", 1),
                RetryOn.parse(overrides.getOrDefault("rp", "ct")),
                Duration.ofMillis(number(overrides, "ct", 5_000)),
                Duration.ofMillis(number(overrides, "rt", READ_MAX)),
                Duration.ofMillis(number(overrides, "tt", READ_MAX)));
    }

    private static int number(Map<String, String> overrides, String name, int otherwise) {
        String value = overrides.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not " + value, e);
        }
    }

    private static void checkRange(String name, long value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(
                    "%s must be within %d and %d, not %d".formatted(name, from, to, value));
        }
    }
}
