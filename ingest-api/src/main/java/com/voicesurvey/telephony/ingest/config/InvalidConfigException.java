package com.voicesurvey.telephony.ingest.config;

import java.util.List;

/**
 * The environment does not describe a service that could run; the message names every problem at
 * once.
 */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfigException(List<String> problems) {
        super(
                "The configuration is wrong:\n  - "
                        + String.join("\n  - ", problems)
                        + "\nAll variables with their meanings: --help");
    }
}
