package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.Nullable;

/** One variable of a service's environment; each service lists its own in an enum. */
public interface Setting {
    /** The variable's name. */
    String name();

    /** What it is where it is not set; null where there is no such value. */
    @Nullable String defaultValue();

    /** What it means, for help and for problems both. */
    String meaning();
}
