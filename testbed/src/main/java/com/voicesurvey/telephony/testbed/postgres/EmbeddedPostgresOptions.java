package com.voicesurvey.telephony.testbed.postgres;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How an {@link EmbeddedPostgresServer} is to run.
 *
 * @param port where clients connect, 0 for a free one
 * @param dataDirectory where data is kept, null for a temporary one that is deleted on close
 * @param user the superuser to create: lower-case letters, digits and underscores
 * @param password the superuser's password
 * @param database the database to create, named like a user
 * @param settings server settings that win over the testbed's own
 */
public record EmbeddedPostgresOptions(
        int port,
        @Nullable Path dataDirectory,
        String user,
        String password,
        String database,
        Map<String, String> settings) {

    private static final String VOICESURVEY = "voicesurvey";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public EmbeddedPostgresOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be within 0 and 65535, not " + port);
        }
        checkName("user", user);
        checkName("database", database);
        if (user.equals("postgres")) {
            throw new IllegalArgumentException("user postgres exists already: choose another");
        }
        settings = Map.copyOf(settings);
    }

    /** A free port and a temporary directory; user, password and database are voicesurvey. */
    public static EmbeddedPostgresOptions temporary() {
        return new EmbeddedPostgresOptions(
                0, null, VOICESURVEY, VOICESURVEY, VOICESURVEY, Map.of());
    }

    /** The given port and a directory that is kept; the rest as in {@link #temporary}. */
    public static EmbeddedPostgresOptions kept(int port, Path dataDirectory) {
        return new EmbeddedPostgresOptions(
                port, dataDirectory, VOICESURVEY, VOICESURVEY, VOICESURVEY, Map.of());
    }

    /** The same with one server setting more. */
    public EmbeddedPostgresOptions with(String setting, String value) {
        var more = new HashMap<>(settings);
        more.put(setting, value);
        return new EmbeddedPostgresOptions(port, dataDirectory, user, password, database, more);
    }

    private static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " must match " + NAME + ", not '" + name + "'");
        }
    }
}
