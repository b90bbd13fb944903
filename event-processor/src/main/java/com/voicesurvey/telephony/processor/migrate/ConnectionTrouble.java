package com.voicesurvey.telephony.processor.migrate;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

/** Tells a database that cannot be reached, or does not let us in, from one that refuses work. */
final class ConnectionTrouble {
    /**
     * SQLSTATE: connection lost or never made, no permission to connect, no such database, no
     * permission within it, too many connections, server starting or stopping. All of it is mended
     * elsewhere, while we wait.
     */
    private static final List<String> STATES = List.of("08", "28", "3D", "42501", "53", "57P");

    private ConnectionTrouble() {}

    /** The innermost such failure, which says why; null where there is none. */
    static @Nullable SQLException in(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTrouble(sql.getSQLState())) {
                found = sql;
            }
        }
        return found;
    }

    /** The pool has no state to tell where it got no connection at all. */
    private static boolean isTrouble(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
