package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tokens that open an operators' port (RFC 6750), several while a rotation is under way. Shows
 * none of them.
 *
 * @param tokens none where everybody who reaches the port may ask
 */
public record BearerTokens(List<String> tokens) {
    /** For a port that everybody who reaches it may ask. */
    public static final BearerTokens NONE = new BearerTokens(List.of());

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}=*");
    private static final String SCHEME = "Bearer ";

    public BearerTokens {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads them. Without any, the port must be one that this machine alone reaches.
     *
     * @param host the address that the port is opened on
     */
    public static BearerTokens read(
            Environment environment, Values values, Setting host, Setting token) {
        List<String> tokens = values.list(token);
        if (!tokens.stream().allMatch(text -> FORM.matcher(text).matches())) {
            environment.problem(
                    token.name()
                            + " holds a token that is shorter than 16 characters or not of letters,"
                            + " digits and ._~+/-: make one with openssl rand -hex 32");
        }
        String address = values.required(host);
        if (tokens.isEmpty() && !isLoopback(address)) {
            environment.problem(
                    "%s is %s, which others can reach, and %s is not set: make a token with openssl rand -hex 32 and give it as %s (%s_FILE for a mounted secret), or leave %s at 127.0.0.1"
                            .formatted(
                                    host.name(),
                                    address,
                                    token.name(),
                                    token.name(),
                                    token.name(),
                                    host.name()));
        }
        return new BearerTokens(tokens);
    }

    /** Whether a request with that Authorization header may pass. */
    public boolean admit(@Nullable String authorization) {
        if (tokens.isEmpty()) {
            return true;
        }
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = bytes(authorization.substring(SCHEME.length()).strip());
        boolean admitted = false;
        for (String token : tokens) {
            // every one, and each in constant time, so that the time says nothing
            admitted |= MessageDigest.isEqual(given, bytes(token));
        }
        return admitted;
    }

    @Override
    public String toString() {
        return "BearerTokens[" + tokens.size() + "]";
    }

    /** A name other than localhost may mean any address, so it counts as one that others reach. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
