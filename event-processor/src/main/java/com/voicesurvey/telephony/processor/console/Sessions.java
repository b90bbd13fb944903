package com.voicesurvey.telephony.processor.console;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has signed in, in this process's memory. */
final class Sessions {
    static final Duration LENGTH = Duration.ofHours(12);

    /** The oldest goes where more sign in. */
    private static final int MOST = 1_000;

    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Session> byId =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
                    return size() > MOST;
                }
            };
    private long opened;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Somebody's time at the console.
     *
     * @param number what the log calls it; its id would open it
     */
    record Session(String id, long number, Instant end) {
        @Override
        public String toString() {
            return "session " + number;
        }
    }

    synchronized Session open() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        opened++;
        Session session =
                new Session(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                        opened,
                        clock.instant().plus(LENGTH));
        byId.put(session.id(), session);
        return session;
    }

    /** The session of that id while it lasts, or null. */
    synchronized @Nullable Session find(String id) {
        Session session = byId.get(id);
        if (session != null && !clock.instant().isBefore(session.end())) {
            byId.remove(id);
            return null;
        }
        return session;
    }

    synchronized void end(String id) {
        byId.remove(id);
    }
}
