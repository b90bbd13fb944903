package com.voicesurvey.telephony.ingest.http;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** One element of a {@code Forwarded} header (RFC 7239): what one proxy was asked for. */
record ForwardedElement(@Nullable String proto, @Nullable String host) {
    static ForwardedElement parse(String element) {
        String proto = null;
        String host = null;
        for (String pair : element.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String value = unquoted(pair.substring(equals + 1).strip());
            switch (pair.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                case "proto" -> proto = value;
                case "host" -> host = value;
                default -> {
                    // for and by say nothing of the URL
                }
            }
        }
        return new ForwardedElement(proto, host);
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
