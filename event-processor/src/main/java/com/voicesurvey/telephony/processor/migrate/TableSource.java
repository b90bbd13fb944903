package com.voicesurvey.telephony.processor.migrate;

/** Where the tables come from. */
public enum TableSource {
    /** This process brings them up, with the rights of its own database user. */
    MIGRATE,
    /** Somebody with more rights does; this process changes nothing and waits. */
    AWAIT
}
