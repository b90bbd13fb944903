package com.voicesurvey.telephony.processor.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * A PostgreSQL address. Shows no password.
 *
 * @param jdbcUrl for the JDBC driver; may hold user and password itself where it was given as such
 * @param user null where the address names none
 * @param password null where the address holds none
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
    static final DatabaseUrl NONE = new DatabaseUrl("jdbc:postgresql:", null, null);

    private static final Set<String> SCHEMES =
            Set.of("postgresql", "postgres", "postgresql+asyncpg");
    private static final String FORM =
            "is not of the form postgresql://user:password@host:5432/name: ";

    /**
     * Reads {@code postgresql://}, {@code postgres://}, {@code postgresql+asyncpg://} or {@code
     * jdbc:postgresql://}.
     *
     * @throws IllegalArgumentException saying what is wrong, without the value
     */
    public static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(text, null, null);
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    FORM + "write special characters in it percent-encoded (@ is %40)");
        }
    }

    private static DatabaseUrl of(URI uri) {
        if (!SCHEMES.contains(Objects.requireNonNullElse(uri.getScheme(), ""))) {
            throw new IllegalArgumentException(FORM + "the scheme is another");
        }
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException(FORM + "the host is missing");
        }
        String database = Objects.requireNonNullElse(uri.getRawPath(), "");
        if (database.length() < 2) {
            throw new IllegalArgumentException(FORM + "the database's name is missing");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new DatabaseUrl(
                    "jdbc:postgresql://" + host + port + database + query, null, null);
        }
        int colon = userInfo.indexOf(':');
        return new DatabaseUrl(
                "jdbc:postgresql://" + host + port + database + query,
                decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? null : decoded(userInfo.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceAll("\\?.*", "") + (user == null ? "" : " as " + user);
    }

    private static String decoded(String text) {
        // a plus sign stands for itself in an address
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
