package com.voicesurvey.telephony.ingest.callback;

import com.voicesurvey.telephony.domain.BoundedText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Checks a callback's fields one by one and gathers what is wrong with them. */
public final class FieldCheck {
    private final Lookup lookup;
    private final List<String> problems = new ArrayList<>();

    /** Finds a field by name. */
    @FunctionalInterface
    public interface Lookup {
        /** Null where the callback has no such field. */
        @Nullable String value(String name);
    }

    public FieldCheck(Lookup lookup) {
        this.lookup = lookup;
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** All of them in one line. */
    public String problems() {
        return String.join("; ", problems);
    }

    public void problem(String what) {
        problems.add(what);
    }

    /** The value; null where there is none or it is blank. */
    public @Nullable String filled(String name) {
        String value = lookup.value(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** A field that has to be there, as long as an id may be; null, with a problem, if not. */
    public @Nullable String id(String name) {
        String value = required(name);
        return value != null && isBounded(name, value) ? value : null;
    }

    /** A field that has to be a UUID written out; null, with a problem, if it is not. */
    public @Nullable UUID uuid(String name) {
        String value = required(name);
        if (value == null) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(value);
            // UUID.fromString also reads 1-1-1-1-1
            if (uuid.toString().equalsIgnoreCase(value)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a UUID that is not written out
        }
        problem(name + " is no UUID");
        return null;
    }

    /** Whether the value is no longer than an id may be, and holds nothing that cannot be kept. */
    public boolean isBounded(String name, String value) {
        String problem = BoundedText.problem(name, value, BoundedText.ID_LENGTH);
        if (problem != null) {
            problem(problem);
        }
        return problem == null;
    }

    private @Nullable String required(String name) {
        String value = filled(name);
        if (value == null) {
            problem(name + " is missing");
        }
        return value;
    }
}
