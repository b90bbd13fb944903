package com.voicesurvey.telephony.ingest.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;

import java.util.List;

/**
 * The headers that every answer carries: nothing here is to be kept, guessed at, framed or run by a
 * browser. None says which server this is.
 */
public final class SecurityHeaders {
    private static final List<HttpField> FIELDS =
            List.of(
                    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
                    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                    new PreEncodedHttpField(
                            "Content-Security-Policy",
                            "default-src 'none'; frame-ancestors 'none'"),
                    new PreEncodedHttpField("Referrer-Policy", "no-referrer"));

    private SecurityHeaders() {}

    /**
     * Puts them on whatever reaches a handler; what Jetty refuses before that needs {@link #put}.
     */
    public static void onEveryAnswer(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.addCustomizer(
                (request, headers) -> {
                    put(headers);
                    return request;
                });
    }

    /** Puts them on one answer; twice does no harm. */
    public static void put(HttpFields.Mutable headers) {
        FIELDS.forEach(headers::put);
    }
}
