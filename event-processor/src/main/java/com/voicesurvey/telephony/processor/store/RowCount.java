package com.voicesurvey.telephony.processor.store;

/** The check that a statement touched as many rows as it must. */
final class RowCount {
    private RowCount() {}

    static void require(String table, int expected, int actual) {
        if (actual != expected) {
            throw new IllegalStateException(
                    table + ": " + actual + " rows were written where " + expected + " are locked");
        }
    }
}
