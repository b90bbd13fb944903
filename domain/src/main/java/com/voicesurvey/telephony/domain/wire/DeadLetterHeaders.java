package com.voicesurvey.telephony.domain.wire;

/**
 * The headers that a dead letter gains, each a UTF-8 text; the record's own headers stay beside
 * them.
 */
public final class DeadLetterHeaders {
    /** Why, as a fixed word to filter by: one of {@link DeadLetterReason}'s wire names. */
    public static final String REASON = "dlq_reason";

    /** Why, in words for a person. */
    public static final String DETAIL = "dlq_detail";

    /** Where the record was read, absent where it never was on a topic. */
    public static final String SOURCE_TOPIC = "dlq_source_topic";

    public static final String SOURCE_PARTITION = "dlq_source_partition";

    public static final String SOURCE_OFFSET = "dlq_source_offset";

    /** When it was given up, ISO 8601. */
    public static final String TIME = "dlq_time";

    /**
     * Where the record stood among the dead letters when it was redriven. With {@link #REDRIVEN_AT}
     * it follows on the headers of the time before, which it keeps: so that it carries its history.
     */
    public static final String REDRIVEN_FROM = "dlq_redriven_from";

    /** When the record was redriven, ISO 8601. */
    public static final String REDRIVEN_AT = "dlq_redriven_at";

    private DeadLetterHeaders() {}

    /** Whether a header of that name is one of these, and so never part of the record itself. */
    static boolean isOne(String name) {
        return switch (name) {
            case REASON,
                    DETAIL,
                    SOURCE_TOPIC,
                    SOURCE_PARTITION,
                    SOURCE_OFFSET,
                    TIME,
                    REDRIVEN_FROM,
                    REDRIVEN_AT ->
                    true;
            default -> false;
        };
    }
}
