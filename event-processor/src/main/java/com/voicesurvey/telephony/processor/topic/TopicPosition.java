package com.voicesurvey.telephony.processor.topic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a topic, as a person names it. */
public sealed interface TopicPosition {
    /** Before the oldest record that is left. */
    record Beginning() implements TopicPosition {}

    /** After the newest record at the time of asking. */
    record End() implements TopicPosition {}

    /** Before the first record that was written at that time or later. */
    record At(Instant time) implements TopicPosition {}

    /** Before the record of that offset, in those partitions. */
    record Offsets(Map<Integer, Long> byPartition) implements TopicPosition {
        public Offsets {
            byPartition = Map.copyOf(byPartition);
        }
    }

    /** What {@link #parse} takes, for help texts. */
    String FORMS =
            "beginning, end, a time (2026-01-31T08:00:00Z), how long ago (90m, 12h), or offsets"
                    + " (PARTITION:OFFSET,...)";

    /**
     * Reads one of {@link #FORMS}.
     *
     * @param now what "ago" is counted from
     * @throws IllegalArgumentException for anything else
     */
    static TopicPosition parse(String text, Instant now) {
        if (text.equals("beginning")) {
            return new Beginning();
        }
        if (text.equals("end")) {
            return new End();
        }
        if (Forms.OFFSETS.matcher(text).matches()) {
            return new Offsets(Forms.offsets(text));
        }
        if (Forms.AGO.matcher(text).matches()) {
            return new At(now.minus(Forms.ago(text)));
        }
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no place: give " + FORMS, e);
        }
    }

    /** How the forms are told apart. */
    final class Forms {
        private static final Pattern OFFSETS = Pattern.compile("\\d{1,9}:\\d{1,18}(,.+)?");
        private static final Pattern ONE_OFFSET = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
        private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");

        private Forms() {}

        private static Map<Integer, Long> offsets(String text) {
            Map<Integer, Long> offsets = new TreeMap<>();
            for (String part : text.split(",", -1)) {
                Matcher one = ONE_OFFSET.matcher(part);
                if (!one.matches()) {
                    throw new IllegalArgumentException(
                            "'" + part + "' is no offset: give PARTITION:OFFSET, with commas");
                }
                offsets.put(Integer.parseInt(one.group(1)), Long.parseLong(one.group(2)));
            }
            return offsets;
        }

        private static Duration ago(String text) {
            Matcher ago = AGO.matcher(text);
            if (!ago.matches()) {
                throw new IllegalArgumentException(text);
            }
            long count = Long.parseLong(ago.group(1));
            return switch (ago.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }
}
