package com.voicesurvey.telephony.local.faults.oracle;

import java.util.Map;
import java.util.TreeMap;

/**
 * A call attempt with its contact: each column's value as text.
 *
 * @param columns {@link #NONE} stands for null, and times are seconds since 1970
 */
public record CallRow(String callId, Map<String, String> columns) {
    /** The text of a null. */
    public static final String NONE = "none";

    /** In place of a time that the provider has not told: any is right. */
    static final String SOME_TIME = "some time";

    public CallRow {
        columns = Map.copyOf(columns);
    }

    /** The columns that are not as they should be, with what they hold. */
    Map<String, String> wrongAgainst(CallRow expected) {
        Map<String, String> wrong = new TreeMap<>();
        expected.columns.forEach(
                (name, value) -> {
                    String held = columns.getOrDefault(name, "missing");
                    boolean right =
                            value.equals(SOME_TIME) ? !held.equals(NONE) : value.equals(held);
                    if (!right) {
                        wrong.put(name, held);
                    }
                });
        return wrong;
    }

    String column(String name) {
        return columns.getOrDefault(name, "missing");
    }
}
