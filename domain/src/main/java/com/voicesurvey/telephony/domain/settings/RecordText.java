package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;

/**
 * The text of a record, for its {@code toString}, in the form that records have by themselves.
 * Theirs is put together of method handles when it is first asked for, which for all settings
 * together takes a tenth of a second of every start, since their text is the first thing logged.
 */
public final class RecordText {
    private RecordText() {}

    /**
     * The text.
     *
     * @param values of its components, each in its place
     */
    public static String of(Record record, @Nullable Object... values) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (components.length != values.length) {
            throw new IllegalArgumentException(
                    record.getClass() + " has " + components.length + " components");
        }
        StringBuilder text = new StringBuilder(record.getClass().getSimpleName()).append('[');
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(components[i].getName());
            text.append('=').append(values[i]);
        }
        return text.append(']').toString();
    }
}
