package com.voicesurvey.telephony.processor.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Pattern AUTHORITY_WITH_USER =
            Pattern.compile("^jdbc:postgresql://[^/?]*@");
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
            if (AUTHORITY_WITH_USER.matcher(text).find()) {
                throw new IllegalArgumentException(
                        "holds user:password@ after jdbc:postgresql://, where the driver would take"
                                + " it for the host: leave out jdbc:, or write ?user=…&password=…");
            }
            return new DatabaseUrl(text, null, null);
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    FORM + "write special characters in it percent-encoded (@ is %40)");
        }
    }

    /**
     * asyncpg's {@code ssl} takes libpq's modes; the JDBC driver's takes true alone, and would go
     * on unverified with any other.
     */
    private static String parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(DatabaseUrl::parameter)
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter) {
        if (!parameter.startsWith("ssl=") || parameter.equals("ssl=true")) {
            return parameter;
        }
        String mode = parameter.substring("ssl=".length());
        if (!SSL_MODES.contains(mode)) {
            throw new IllegalArgumentException(
                    "holds an ssl= of another value than " + String.join(", ", SSL_MODES));
        }
        return "sslmode=" + mode;
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
        String query = uri.getRawQuery() == null ? "" : "?" + parameters(uri.getRawQuery());
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
